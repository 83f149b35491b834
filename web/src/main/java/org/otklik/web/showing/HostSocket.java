package org.otklik.web.showing;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.otklik.access.AccessService;
import org.otklik.identity.Actor;
import org.otklik.outage.FaultLog;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.showing.ShowingRooms;

/**
 * The host's page of a live showing: it says what its player does, and is told every second what
 * the participants show.
 */
@ServerEndpoint("/live/showings/{id}")
public class HostSocket {
  private static final System.Logger LOG = System.getLogger(HostSocket.class.getName());
  private static final int MAX_TEXT_BYTES = 256 << 10;
  private static final int MAX_OPEN = 200;
  private static final String UNUSABLE =
      Json.createObjectBuilder().add("isUnusable", true).build().toString();

  @Inject private ShowingRooms rooms;
  @Inject private HostUpdates updates;
  @Inject private AccessService access;

  private volatile UUID showing;
  private volatile String login = "";

  @OnOpen
  public void open(Session session, @PathParam("id") String id) throws IOException {
    try {
      login = session.getUserPrincipal() == null ? "" : session.getUserPrincipal().getName();
      UUID asked = UUID.fromString(id);
      if (session.getOpenSessions().size() > MAX_OPEN) {
        SocketAnswers.close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
        return;
      }
      rooms.open(host(), asked);
      showing = asked;
      session.setMaxIdleTimeout(0);
      updates.join(asked, session);
    } catch (ProblemException | IllegalArgumentException e) {
      SocketAnswers.close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    }
  }

  /** With the rights that hold now. */
  private Actor host() {
    return access.find(login).orElseThrow(() -> new ProblemException(ProblemCode.SIGN_IN_NEEDED));
  }

  @OnMessage(maxMessageSize = MAX_TEXT_BYTES)
  public String hear(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject said = reader.readObject();
      if (said.containsKey("ping")) {
        return SocketAnswers.pong(said).toString();
      }
      if (showing == null) {
        throw new ProblemException(ProblemCode.SHOWING_UNKNOWN);
      }
      if (said.keySet().containsAll(Set.of("isPlaying", "atMs", "creativeMs"))) {
        rooms.plays(
            host(),
            showing,
            said.getBoolean("isPlaying"),
            said.getJsonNumber("atMs").doubleValue(),
            said.getJsonNumber("creativeMs").intValue());
        return Json.createObjectBuilder().add("heard", true).build().toString();
      }
      if (!said.keySet().containsAll(Set.of("noteNo", "notes"))) {
        return UNUSABLE;
      }
      long noteNo = said.getJsonNumber("noteNo").longValue();
      rooms.note(showing, noteNo, said.getJsonObject("notes").toString());
      return Json.createObjectBuilder().add("noted", noteNo).build().toString();
    } catch (ProblemException e) {
      return SocketAnswers.problem(e, access.find(login).map(Actor::locale).orElse(Locale.ENGLISH))
          .toString();
    } catch (JsonException | ClassCastException e) {
      return UNUSABLE;
    }
  }

  @OnError
  public void fail(Session session, Throwable thrown) throws IOException {
    if (thrown instanceof IOException) {
      LOG.log(System.Logger.Level.DEBUG, "A host's page has gone: {0}", thrown.toString());
    } else {
      FaultLog.write(LOG, "A host's page could not be answered; it comes back", thrown);
    }
    updates.leave(session);
    SocketAnswers.close(session, CloseReason.CloseCodes.GOING_AWAY);
  }

  @OnClose
  public void leave(Session session) {
    updates.leave(session);
  }
}
