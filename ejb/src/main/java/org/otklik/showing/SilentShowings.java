package org.otklik.showing;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.otklik.identity.Actor;

/** Ends showings whose hosts have left without a word; their data are analysed. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SilentShowings {
  /** A host's page that plays sends notes every two seconds; a pause may be a long one. */
  private static final int SILENT_MINUTES = 30;

  @Inject private ShowingService showings;
  @Inject private ShowingRooms rooms;

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  public void end() {
    showings.silent(SILENT_MINUTES).forEach(id -> rooms.end(Actor.JOB, id));
  }
}
