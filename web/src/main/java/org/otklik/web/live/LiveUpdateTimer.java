package org.otklik.web.live;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.otklik.identity.Actor;
import org.otklik.live.CampaignSnapshot;
import org.otklik.live.CampaignSnapshotService;
import org.otklik.live.ChangeMarker;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;

/**
 * The second hand of {@link LiveCampaign}. A timer of the container, which rests while the server
 * is suspended, such as before it stops.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveUpdateTimer {
  private static final System.Logger LOG = System.getLogger(LiveUpdateTimer.class.getName());

  @Inject private CampaignSnapshotService pulses;
  @Inject private DatabaseWatch database;

  private final LiveUpdates rounds = new LiveUpdates(new Database());

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void beat() {
    if (database.isAway()) {
      return; // the pages stay connected and are told when it is back
    }
    try {
      rounds.round();
    } catch (RuntimeException e) { // a boundary: the next round tries again
      FaultLog.write(LOG, "Pages could not be told of changes; it is tried again", e);
    }
  }

  /** Gives what is to be run when the page goes; it works while the server stops, too. */
  public Runnable join(UUID campaign, LiveListener listener) {
    rounds.join(campaign, listener);
    return () -> rounds.leave(campaign, listener);
  }

  private final class Database implements LiveUpdates.Reader {
    @Override
    public ChangeMarker stir() {
      return pulses.stir();
    }

    @Override
    public CampaignSnapshot pulse(UUID campaign) {
      return pulses.pulse(Actor.JOB, campaign);
    }

    @Override
    public Set<String> hearers(UUID campaign, Collection<String> logins) {
      return pulses.hearers(campaign, logins);
    }
  }
}
