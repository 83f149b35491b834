package org.otklik.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class OutageTest {
  /** Of PostgreSQL's appendix A, and of its driver: unreachable, starting, ending, all taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {"08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03", "53300"})
  void connectionThatIsLostIsTheDatabases(String state) {
    assertDatabase(new SQLException("…", state));
    assertDatabase(new EJBException(new PersistenceException(new SQLException("…", state))));
  }

  /** A mistake of ours, a limit or a conflict stays what it is, however well the database is. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "40P01", "42601", "57014", "53400", "22001"})
  void otherFaultsOfStatementsAreNone(String state) {
    assertEquals(Optional.empty(), Outage.of(new SQLException("…", state)));
  }

  @Test
  void standbyThatTakesNoChangesIsReadOnly() {
    SQLException refused = new SQLException("cannot execute INSERT in a read-only …", "25006");
    assertEquals(
        Optional.of(Outage.DATABASE_READ_ONLY),
        Outage.of(new EJBException(new PersistenceException(refused))));
  }

  @Test
  void poolWithoutAConnectionIsTheDatabases() {
    // IronJacamar: IJ000453, IJ000655
    assertDatabase(new SQLException(new ResourceException("IJ000453: Unable to get …")));
    assertDatabase(new SQLTransientConnectionException("timed out"));
  }

  @Test
  void reasonIsFoundWhereverItIsKept() {
    SQLException lost = new SQLException("…", "08006");
    RollbackException atTheCommit = new RollbackException("ARJUNA016053");
    atTheCommit.addSuppressed(lost);
    assertDatabase(new EJBTransactionRolledbackException("…", atTheCommit));
    BatchUpdateException batch = new BatchUpdateException("…", new int[0]);
    batch.setNextException(lost);
    assertDatabase(new IllegalStateException(batch));
  }

  @Test
  void causesInACircleEnd() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);
    assertEquals(Optional.empty(), Outage.of(one));
  }

  @Test
  void databaseWithoutRoomIsAFullDisk() {
    assertDisk(new PersistenceException(new SQLException("could not extend file", "53100")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Disk quota exceeded",
        "There is not enough space on the disk",
        "На устройстве не осталось свободного места"
      })
  void noRoomIsAFullDisk(String reason) {
    assertDisk(new IOException(reason));
    assertDisk(new UncheckedIOException(new FileSystemException("/media/x", null, reason)));
    assertDisk(
        new IllegalStateException("a file of ours", new EJBException(new IOException(reason))));
  }

  @Test
  void whatTheSystemSaysIsUnderstood() {
    Path full = Path.of("/dev/full"); // Linux: every write finds no room
    assumeTrue(Files.exists(full), "needs /dev/full");
    assertDisk(
        assertThrows(
            IOException.class,
            () -> {
              try (OutputStream out = Files.newOutputStream(full)) {
                out.write(1);
              }
            }));
  }

  @Test
  void otherFaultsOfFilesAreNone() {
    assertEquals(Optional.empty(), Outage.of(new IOException("Connection reset by peer")));
    assertEquals(Optional.empty(), Outage.of(new IOException("Permission denied")));
    assertEquals(Optional.empty(), Outage.of(new EOFException()));
  }

  @Test
  void whatWasToldAlreadyIsUnderstood() {
    assertDisk(new EJBException(new ProblemException(ProblemCode.DISK_FULL)));
    assertDatabase(new ProblemException(ProblemCode.DATABASE_AWAY));
    assertEquals(Optional.empty(), Outage.of(new ProblemException(ProblemCode.FILM_EMPTY)));
  }

  private static void assertDatabase(Exception thrown) {
    assertEquals(Optional.of(Outage.DATABASE), Outage.of(thrown));
  }

  private static void assertDisk(Exception thrown) {
    assertEquals(Optional.of(Outage.DISK), Outage.of(thrown));
  }
}
