package org.otklik.web.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.live.CampaignSnapshot;
import org.otklik.live.ChangeMarker;
import org.otklik.outage.FaultLog;
import org.otklik.problem.ProblemException;

/**
 * Tells all who listen what has changed, round by round. However many they are, a round looks once
 * whether anything stirs, and only then once at each campaign that somebody listens to.
 */
class LiveUpdates {
  private static final System.Logger LOG = System.getLogger(LiveUpdates.class.getName());

  private final Reader reader;
  private final Map<UUID, CampaignSubscribers> audiences = new ConcurrentHashMap<>();
  private ChangeMarker last;

  LiveUpdates(Reader reader) {
    this.reader = reader;
  }

  /** What is asked of the database; each call is one look. */
  interface Reader {
    ChangeMarker stir();

    CampaignSnapshot pulse(UUID campaign);

    /** Who of them may hear of the campaign now. */
    Set<String> hearers(UUID campaign, Collection<String> logins);
  }

  void join(UUID campaign, LiveListener listener) {
    audiences.compute(
        campaign,
        (id, there) -> {
          CampaignSubscribers audience = there == null ? new CampaignSubscribers() : there;
          audience.add(listener);
          return audience;
        });
  }

  void leave(UUID campaign, LiveListener listener) {
    audiences.computeIfPresent(
        campaign, (id, audience) -> audience.remove(listener) ? null : audience);
  }

  /** Reads nothing when nobody listens. */
  synchronized void round() {
    if (audiences.isEmpty()) {
      return;
    }
    ChangeMarker now = reader.stir();
    boolean stirred = now.busy() || !now.equals(last);
    last = now;
    audiences.forEach((campaign, audience) -> tell(campaign, audience, now, stirred));
  }

  private void tell(
      UUID campaign, CampaignSubscribers audience, ChangeMarker now, boolean stirred) {
    try {
      if (stirred || audience.isOutOfDate()) {
        audience.look(reader.pulse(campaign), now.newest());
      }
      audience.tell(logins -> reader.hearers(campaign, logins));
    } catch (ProblemException e) { // the campaign is gone
      audience.dismiss(LiveListener.Reason.NOT_ALLOWED);
    } catch (RuntimeException e) { // a boundary: the others are still to be told
      FaultLog.write(LOG, "Nobody hears more of campaign " + campaign, e);
      audience.dismiss(LiveListener.Reason.COME_BACK);
    }
  }
}
