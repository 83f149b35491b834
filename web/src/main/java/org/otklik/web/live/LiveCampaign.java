package org.otklik.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells a page what of its campaign changes, as it happens: first all, then every second what is
 * new. Reading only, so that a reader may listen too. The container closes it when the session
 * ends; the page comes back by itself after a broken connection or a restart of the server.
 */
@ServerEndpoint("/live/campaigns/{id}")
public class LiveCampaign {
  private static final System.Logger LOG = System.getLogger(LiveCampaign.class.getName());
  private static final int MAX_LISTENERS = 2000;

  /** Pages that somebody has open, in all browsers. */
  private static final int MAX_OF_USER = 25;

  private static final long SEND_TIMEOUT_MS = 10_000;

  @Inject private LiveUpdateTimer beat;

  private volatile Runnable leave = () -> {};

  @OnOpen
  public void open(Session session, @PathParam("id") String id) {
    Principal principal = session.getUserPrincipal();
    Optional<UUID> campaign = campaign(id);
    if (principal == null || campaign.isEmpty()) {
      close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    } else if (isFull(session, principal.getName())) {
      close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
    } else {
      session.setMaxIdleTimeout(0);
      session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
      LiveListener listener = new Page(session, principal.getName());
      leave = beat.join(campaign.get(), listener);
    }
  }

  /** This one is among the open ones. */
  private static boolean isFull(Session session, String login) {
    Set<Session> open = session.getOpenSessions();
    long own =
        open.stream()
            .map(Session::getUserPrincipal)
            .filter(one -> one != null && one.getName().equals(login))
            .count();
    return open.size() > MAX_LISTENERS || own > MAX_OF_USER;
  }

  private static Optional<UUID> campaign(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The page at the other end. */
  private record Page(Session session, String login) implements LiveListener {
    @Override
    public void tell(String text) {
      session
          .getAsyncRemote()
          .sendText(
              text,
              result -> {
                if (!result.isOK()) { // gone, or too slow to follow
                  dismiss(Reason.COME_BACK);
                }
              });
    }

    @Override
    public void dismiss(Reason reason) {
      close(
          session,
          reason == Reason.NOT_ALLOWED
              ? CloseReason.CloseCodes.VIOLATED_POLICY
              : CloseReason.CloseCodes.TRY_AGAIN_LATER);
    }
  }

  private static void close(Session session, CloseReason.CloseCodes code) {
    try {
      if (session.isOpen()) {
        session.close(new CloseReason(code, code.name()));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A page had gone already: {0}", e.toString());
    }
  }

  @OnError
  public void fail(Session session, Throwable thrown) {
    LOG.log(System.Logger.Level.DEBUG, "A page has gone: {0}", thrown.toString());
    leave.run();
    close(session, CloseReason.CloseCodes.GOING_AWAY);
  }

  @OnClose
  public void stop() {
    leave.run();
  }
}
