package org.otklik.web.campaign;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
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
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.otklik.access.AccessService;
import org.otklik.access.Actor;
import org.otklik.analysis.PulseService;
import org.otklik.problem.ProblemException;

/**
 * Tells a page what of its campaign changes, as it happens: first all, then every second what is
 * new. Reading only, so that a reader may listen too. The container closes it when the session
 * ends; the page comes back by itself after a broken connection or a restart of the server.
 */
@ServerEndpoint("/live/campaigns/{id}")
public class LiveCampaign {
  private static final System.Logger LOG = System.getLogger(LiveCampaign.class.getName());
  private static final int MOST_LISTENERS = 500;
  private static final long SEND_TIMEOUT_MS = 10_000;

  @Inject private PulseService pulses;
  @Inject private AccessService access;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService executor;

  private volatile ScheduledFuture<?> beat;

  @OnOpen
  public void open(Session session, @PathParam("id") String id) throws IOException {
    Principal principal = session.getUserPrincipal();
    Optional<UUID> campaign = campaign(id);
    if (principal == null || campaign.isEmpty()) {
      close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    } else if (session.getOpenSessions().size() > MOST_LISTENERS) {
      close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
    } else {
      session.setMaxIdleTimeout(0);
      session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
      PulseChanges changes = new PulseChanges();
      beat =
          executor.scheduleWithFixedDelay(
              () -> tell(session, principal.getName(), campaign.get(), changes),
              0,
              1,
              TimeUnit.SECONDS);
    }
  }

  private static Optional<UUID> campaign(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Rights are read anew each time: who has lost them hears no more. */
  private void tell(Session session, String login, UUID campaign, PulseChanges changes) {
    try {
      Actor actor = access.find(login).orElse(null);
      if (actor == null || !session.isOpen()) {
        close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
      } else {
        changes.since(pulses.pulse(actor, campaign)).ifPresent(text -> send(session, text));
      }
    } catch (ProblemException e) {
      close(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    } catch (RuntimeException e) { // the boundary: a schedule ends in silence otherwise
      LOG.log(System.Logger.Level.WARNING, "A page hears no more of campaign " + campaign, e);
      close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
    }
  }

  private void send(Session session, String text) {
    session
        .getAsyncRemote()
        .sendText(
            text,
            result -> {
              if (!result.isOK()) { // gone, or too slow to follow
                close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
              }
            });
  }

  private void close(Session session, CloseReason.CloseCodes code) {
    stop();
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
    close(session, CloseReason.CloseCodes.GOING_AWAY);
  }

  @OnClose
  public void stop() {
    if (beat != null) {
      beat.cancel(false);
    }
  }
}
