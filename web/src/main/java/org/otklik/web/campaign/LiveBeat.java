package org.otklik.web.campaign;

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
import org.otklik.access.Actor;
import org.otklik.analysis.CampaignPulse;
import org.otklik.analysis.PulseService;
import org.otklik.analysis.Stir;

/**
 * The second hand of {@link LiveCampaign}. A timer of the container, which rests while the server
 * is suspended, such as before it stops.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveBeat {
  @Inject private PulseService pulses;

  private final LiveRounds rounds = new LiveRounds(new Database());

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void beat() {
    rounds.round();
  }

  /** Gives what is to be run when the page goes; it works while the server stops, too. */
  public Runnable join(UUID campaign, LiveListener listener) {
    rounds.join(campaign, listener);
    return () -> rounds.leave(campaign, listener);
  }

  private final class Database implements LiveRounds.Reader {
    @Override
    public Stir stir() {
      return pulses.stir();
    }

    @Override
    public CampaignPulse pulse(UUID campaign) {
      return pulses.pulse(Actor.JOB, campaign);
    }

    @Override
    public Set<String> hearers(UUID campaign, Collection<String> logins) {
      return pulses.hearers(campaign, logins);
    }
  }
}
