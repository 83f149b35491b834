package org.otklik.administration;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.identity.Actor;
import org.otklik.outage.ChildFailures;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.object.ObjectStoreWatch;

/** How the installation is. Outside of transactions: it answers while the database is away, too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OperatingService {
  @Inject private DatabaseWatch database;
  @Inject private MediaDisk disk;
  @Inject private ObjectStoreWatch store;
  @Inject private MonitoringService monitoring;

  /** What is wrong around this node; asks for nothing that takes long, and names nobody. */
  public List<Trouble> troublesHere() {
    return Troubles.of(surroundings());
  }

  /** All that is wrong, for administrators, worst first. */
  public List<Trouble> troubles(Actor actor) {
    actor.requireAdministrator();
    return report().troubles();
  }

  /** For whoever has shown the token of the settings. */
  public OperatingReport report() {
    Surroundings around = surroundings();
    List<Trouble> troubles = new ArrayList<>(Troubles.of(around));
    Optional<OperatingFigures> figures =
        around.databaseAnswers() ? Optional.of(monitoring.figures()) : Optional.empty();
    figures.ifPresent(known -> troubles.addAll(Troubles.of(known, Instant.now())));
    troubles.sort(Comparator.comparing(Trouble::kind));
    return new OperatingReport(around, figures, List.copyOf(troubles));
  }

  private Surroundings surroundings() {
    return new Surroundings(
        database.answers(),
        FaultLog.isCurrent(Outage.DATABASE_READ_ONLY),
        disk.freeBytes(),
        disk.reservedBytes(),
        disk.isFull(),
        disk.isNearlyFull(),
        store.isAway(),
        ChildFailures.OF_THIS_PROCESS.lately());
  }
}
