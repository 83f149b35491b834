package org.otklik.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.administration.OperatingFigures.Backlog;
import org.otklik.administration.OperatingFigures.Connections;
import org.otklik.administration.OperatingFigures.Upkeep;

/** Judges what is known of an installation: the one home of the limits beyond which it is wrong. */
final class Troubles {
  /** Damaged files come one by one; so many have one cause. */
  static final long MAX_CHILD_FAILURES = 5;

  /** Of the connections; what comes then comes at once. */
  static final double MAX_CONNECTIONS_USED = 0.85;

  /** It runs once a night, also on the night that has an hour more. */
  static final Duration RETENTION_PATIENCE = Duration.ofHours(26);

  static final Duration BACKUP_PATIENCE = Duration.ofDays(7);

  private Troubles() {}

  /** What is wrong around this node, worst first. */
  static List<Trouble> of(Surroundings around) {
    List<Trouble> troubles = new ArrayList<>();
    if (!around.databaseAnswers()) {
      troubles.add(Trouble.of(TroubleKind.DATABASE_AWAY));
    }
    if (around.isReadOnly()) {
      troubles.add(Trouble.of(TroubleKind.DATABASE_READ_ONLY));
    }
    if (around.isStoreAway()) {
      troubles.add(Trouble.of(TroubleKind.STORE_AWAY));
    }
    if (around.isDiskFull()) {
      troubles.add(Trouble.of(TroubleKind.DISK_FULL, around.freeBytes(), around.reservedBytes()));
    } else if (around.isDiskNearlyFull()) {
      troubles.add(
          Trouble.of(TroubleKind.DISK_NEARLY_FULL, around.freeBytes(), around.reservedBytes()));
    }
    if (around.childFailures() >= MAX_CHILD_FAILURES) {
      troubles.add(Trouble.of(TroubleKind.DECODER_FAILING, around.childFailures()));
    }
    return troubles;
  }

  /** What is wrong by the database's knowledge. */
  static List<Trouble> of(OperatingFigures figures, Instant now) {
    List<Trouble> troubles = new ArrayList<>();
    for (NodeLine node : figures.nodes()) {
      if (!node.isThere()) {
        troubles.add(Trouble.of(TroubleKind.NODE_LOST, node.name(), node.seenAt()));
      } else if (node.isSilent()) {
        troubles.add(Trouble.of(TroubleKind.NODE_SILENT, node.name(), node.seenAt()));
      }
    }
    Connections connections = figures.connections();
    if (connections.used() >= MAX_CONNECTIONS_USED * connections.max()) {
      troubles.add(
          Trouble.of(TroubleKind.DATABASE_CONNECTIONS, connections.used(), connections.max()));
    }
    Backlog backlog = figures.backlog();
    if (backlog.failed() > 0) {
      troubles.add(Trouble.of(TroubleKind.JOBS_FAILED, backlog.failed()));
    }
    if (backlog.overdue() > 0) {
      troubles.add(Trouble.of(TroubleKind.JOBS_WAITING, backlog.overdue(), backlog.overdueSince()));
    }
    if (figures.mails().refused() > 0) {
      troubles.add(Trouble.of(TroubleKind.MAIL_REFUSED, figures.mails().refused()));
    }
    troubles.addAll(ofUpkeep(figures.upkeep(), now));
    return troubles;
  }

  private static List<Trouble> ofUpkeep(Upkeep upkeep, Instant now) {
    List<Trouble> troubles = new ArrayList<>();
    if (isBefore(upkeep.upSince(), now.minus(RETENTION_PATIENCE))
        && (upkeep.retentionAt() == null
            || isBefore(upkeep.retentionAt(), now.minus(RETENTION_PATIENCE)))) {
      troubles.add(Trouble.of(TroubleKind.RETENTION_MISSED, upkeep.retentionAt()));
    }
    if (isBefore(upkeep.backupAt(), now.minus(BACKUP_PATIENCE))) {
      troubles.add(Trouble.of(TroubleKind.BACKUP_OLD, upkeep.backupAt()));
    }
    return troubles;
  }

  private static boolean isBefore(Instant time, Instant limit) {
    return time != null && time.isBefore(limit);
  }
}
