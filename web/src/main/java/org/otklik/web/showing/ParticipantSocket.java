package org.otklik.web.showing;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.otklik.camera.LiveFaces;
import org.otklik.outage.FaultLog;
import org.otklik.problem.ProblemException;
import org.otklik.showing.ShowingRooms;
import org.otklik.showing.ShowingSeat;

/**
 * Images of a participant's camera in a live showing; each is dropped with its answer, and the next
 * one is sent when the page has that. First the page says whose it is. An image is preceded by the
 * time of its capture, by the server's clock: eight bytes, a double.
 */
@ServerEndpoint("/live/showing")
public class ParticipantSocket {
  private static final System.Logger LOG = System.getLogger(ParticipantSocket.class.getName());
  private static final int MAX_IMAGE_BYTES = 128 << 10;
  private static final int MAX_TEXT_BYTES = 1 << 10;
  private static final int MAX_OPEN = 500;
  private static final int MAX_IDLE_MS = 60_000;

  @Inject private ShowingRooms rooms;

  private volatile ShowingRooms.Connected page;
  private volatile Locale locale = Locale.ENGLISH;

  @OnOpen
  public void open(Session session) throws IOException {
    session.setMaxIdleTimeout(MAX_IDLE_MS);
    if (session.getOpenSessions().size() > MAX_OPEN) {
      SocketAnswers.close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
    }
  }

  /** Whose page it is, or what time it is here. */
  @OnMessage(maxMessageSize = MAX_TEXT_BYTES)
  public String hear(String text, Session session) {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject said = reader.readObject();
      if (said.containsKey("ping")) {
        return SocketAnswers.pong(said).toString();
      }
      locale =
          "ru".equals(said.getString("language", "en"))
              ? Locale.forLanguageTag("ru")
              : Locale.ENGLISH;
      page = rooms.connect(said.getString("token", ""), session.getId());
      return answer.add("name", page.name()).build().toString();
    } catch (ProblemException e) {
      return SocketAnswers.problem(e, locale).toString();
    } catch (JsonException | ClassCastException e) {
      return answer.add("isUnusable", true).build().toString();
    }
  }

  @OnMessage(maxMessageSize = MAX_IMAGE_BYTES)
  public String look(byte[] message) {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    if (page == null || message.length <= Double.BYTES) {
      return answer.add("isUnusable", true).build().toString();
    }
    try {
      double capturedMs = ByteBuffer.wrap(message).getDouble();
      byte[] image = Arrays.copyOfRange(message, Double.BYTES, message.length);
      ShowingRooms.Answer seen = rooms.look(page, image, capturedMs);
      answer.add("isPlaying", seen.isPlaying()).add("nextMs", seen.nextMs());
      ShowingSeat.Tile tile = seen.tile();
      if (tile == null) {
        answer.add("isBusy", true);
      } else {
        answer.add("seen", SocketAnswers.tile(tile));
      }
    } catch (ProblemException e) {
      return SocketAnswers.problem(e, locale).toString();
    } catch (LiveFaces.UnusableImageException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0}", e.toString());
      answer.add("isUnusable", true);
    }
    return answer.build().toString();
  }

  @OnError
  public void fail(Session session, Throwable thrown) throws IOException {
    if (thrown instanceof IOException) {
      LOG.log(System.Logger.Level.DEBUG, "A participant has gone: {0}", thrown.toString());
    } else {
      FaultLog.write(
          LOG, "A participant's image could not be taken in; the page comes back", thrown);
    }
    SocketAnswers.close(session, CloseReason.CloseCodes.GOING_AWAY);
  }
}
