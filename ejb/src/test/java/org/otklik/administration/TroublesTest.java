package org.otklik.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.administration.OperatingFigures.Backlog;
import org.otklik.administration.OperatingFigures.Connections;
import org.otklik.administration.OperatingFigures.Mails;
import org.otklik.administration.OperatingFigures.Upkeep;

class TroublesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Backlog NO_BACKLOG = new Backlog(0, 0, null);
  private static final Mails NO_MAILS = new Mails(3, 0, 7);
  private static final Connections FEW = new Connections(20, 100);
  private static final Upkeep KEPT =
      new Upkeep(ago(Duration.ofDays(9)), ago(Duration.ofHours(10)), ago(Duration.ofDays(6)));

  private static Instant ago(Duration duration) {
    return NOW.minus(duration);
  }

  private static OperatingFigures figures(
      Backlog backlog, Mails mails, Connections connections, List<NodeLine> nodes, Upkeep upkeep) {
    return new OperatingFigures(List.of(), backlog, 0, mails, 1, connections, nodes, upkeep);
  }

  private static List<Trouble> of(OperatingFigures figures) {
    return Troubles.of(figures, NOW);
  }

  private static List<Trouble> of(Upkeep upkeep) {
    return of(figures(NO_BACKLOG, NO_MAILS, FEW, List.of(), upkeep));
  }

  @Test
  void nothingIsWrongWithWhatIsWell() {
    assertEquals(
        List.of(), Troubles.of(new Surroundings(true, false, 90, 10, false, false, false, 4)));
    NodeLine node = new NodeLine("a", NOW, NOW, true, false);
    assertEquals(List.of(), of(figures(NO_BACKLOG, NO_MAILS, FEW, List.of(node), KEPT)));
  }

  @Test
  void aNodeSaysWhatItStandsOn() {
    assertEquals(
        List.of(
            Trouble.of(TroubleKind.DATABASE_AWAY),
            Trouble.of(TroubleKind.DATABASE_READ_ONLY),
            Trouble.of(TroubleKind.STORE_AWAY),
            Trouble.of(TroubleKind.DISK_FULL, 5L, 10L),
            Trouble.of(TroubleKind.DECODER_FAILING, 5L)),
        Troubles.of(new Surroundings(false, true, 5, 10, true, true, true, 5)));
    assertEquals(
        List.of(Trouble.of(TroubleKind.DISK_NEARLY_FULL, 12L, 10L)),
        Troubles.of(new Surroundings(true, false, 12, 10, false, true, false, 0)));
  }

  @Test
  void theDatabaseKnowsOfNodesJobsMailsAndConnections() {
    Instant seen = ago(Duration.ofMinutes(1));
    assertEquals(
        List.of(
            Trouble.of(TroubleKind.NODE_LOST, "gone", seen),
            Trouble.of(TroubleKind.NODE_SILENT, "mute", seen),
            Trouble.of(TroubleKind.DATABASE_CONNECTIONS, 85L, 100L),
            Trouble.of(TroubleKind.JOBS_FAILED, 2L),
            Trouble.of(TroubleKind.JOBS_WAITING, 3L, seen),
            Trouble.of(TroubleKind.MAIL_REFUSED, 1L)),
        of(
            figures(
                new Backlog(2, 3, seen),
                new Mails(1, 1, 0),
                new Connections(85, 100),
                List.of(
                    new NodeLine("gone", seen, seen, false, false),
                    new NodeLine("mute", seen, seen, true, true)),
                KEPT)));
  }

  /** A server that was started today has not missed a night, and nobody knows of other backups. */
  @Test
  void whatIsDoneRegularlyIsMissedOnlyWhereItCouldHaveBeenDone() {
    Instant longAgo = ago(Duration.ofDays(8));
    assertEquals(List.of(), of(new Upkeep(ago(Duration.ofHours(25)), null, null)));
    assertEquals(
        List.of(Trouble.of(TroubleKind.RETENTION_MISSED, (Object) null)),
        of(new Upkeep(longAgo, null, null)));
    assertEquals(
        List.of(
            Trouble.of(TroubleKind.RETENTION_MISSED, longAgo),
            Trouble.of(TroubleKind.BACKUP_OLD, longAgo)),
        of(new Upkeep(longAgo, longAgo, longAgo)));
  }
}
