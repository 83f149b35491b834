package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.otklik.queue.JobLane;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.queue.JobRequest;

/** Jobs are asked for in the caller's transaction: seen from inside the server. */
@ExtendWith(InsideTests.class)
@ArquillianTest
class JobQueueIT {
  /** No creative has this key: the job ends at once and changes nothing. */
  private static final long SUBJECT = Long.MAX_VALUE;

  @EJB(lookup = "java:global/otklik/otklik-ejb/JobQueue")
  private JobQueue queue;

  @Resource(lookup = "java:jboss/datasources/AppDS")
  private DataSource application;

  @Resource private UserTransaction transaction;

  private UUID run;

  @Deployment
  static WebArchive tests() {
    return InsideTests.archive("job-queue", JobQueueIT.class);
  }

  @Test
  void requestOfATransactionThatIsRolledBackWasNeverMade() throws Exception {
    transaction.begin();
    queue.request(JobName.SUMMARISE_CREATIVE, SUBJECT);
    assertEquals(1, requests(), "seen in the same transaction");
    transaction.rollback();
    assertEquals(0, requests());
  }

  @Test
  void requestThatStillWaitsIsNotDoubledAndIsWithdrawnWithItsSubject() throws Exception {
    transaction.begin();
    queue.request(JobName.SUMMARISE_CREATIVE, SUBJECT);
    queue.request(JobName.SUMMARISE_CREATIVE, SUBJECT);
    assertEquals(1, requests());
    queue.withdraw(JobName.SUMMARISE_CREATIVE, SUBJECT);
    assertEquals(0, requests());
    transaction.rollback();
  }

  @Test
  void clientsTakeTurnsAndOfOneClientTheEarliestDueComesFirst() throws Exception {
    transaction.begin();
    long many = client("queue-many");
    long few = client("queue-few");
    insert(1, JobName.ANALYSE_RECORDING, many, 3600);
    insert(2, JobName.ANALYSE_RECORDING, many, 10);
    insert(3, JobName.ANALYSE_RECORDING, many, 900);
    insert(4, JobName.ANALYSE_RECORDING, few, 20);
    insert(5, JobName.ANALYSE_RECORDING, few, 1200);
    insert(6, JobName.PREPARE_VIDEO, null, 30);
    insert(7, JobName.CREATE_REPORT, many, 5000);
    insert(8, JobName.CREATE_REPORT, few, 6000);
    assertEquals(List.of(2L, 4L, 3L, 5L, 1L, 6L), taken(JobLane.LONG));
    assertEquals(List.of(7L, 8L), taken(JobLane.SHORT), "recordings are in nobody's way");
    transaction.rollback();
  }

  @Test
  void recordingsOfAMinuteAreQuickAndPassLongOnesOfOthers() throws Exception {
    transaction.begin();
    long film = client("queue-film");
    long spot = client("queue-spot");
    insert(1, JobName.ANALYSE_RECORDING, film, 0);
    insert(2, JobName.ANALYSE_RECORDING, spot, 3600, true);
    insert(3, JobName.ANALYSE_IMAGES, film, 7200, true);
    assertEquals(List.of(2L, 3L), taken(() -> queue.takeQuick("nobody", run(), JobLane.LONG)));
    assertEquals(List.of(1L), taken(JobLane.LONG));
    transaction.rollback();
  }

  @Test
  void requestsOfALostNodeAreTakenOverOnceItsConnectionsAreGone() throws Exception {
    transaction.begin();
    insert(1, JobName.ANALYSE_RECORDING, null, 0);
    insert(2, JobName.CREATE_REPORT, null, 0);
    assertEquals(List.of(1L), taken(JobLane.LONG));
    UUID other = UUID.randomUUID();
    change("insert into core.node_run (run_id, node_name) values (?, 'other')", other);
    Supplier<Optional<JobRequest>> takeOver = () -> queue.takeOver("other", other, JobLane.LONG);
    assertEquals(List.of(), taken(takeOver), "its node is there");
    change("update core.node_run set ended_at = now() where run_id = ?", run());
    assertEquals(List.of(), taken(takeOver), "it may still be writing");
    change("update core.node_run set released_at = now() where run_id = ?", run());
    assertEquals(List.of(1L), taken(takeOver));
    assertEquals(List.of(), taken(takeOver), "it is the other's now");
    assertEquals(List.of(2L), taken(() -> queue.take("other", other, JobLane.SHORT)));
    transaction.rollback();
  }

  @Test
  void connectionsOfALostNodeAreRefused() throws Exception {
    transaction.begin();
    String open = "select count(*) from core.require_open_run() where 1 = ?";
    try (Connection connection = application.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set local application_name = 'otklik-" + run() + "'");
    }
    assertEquals(1, number(open, 1));
    change("update core.node_run set ended_at = now() where run_id = ?", run());
    SQLException refused = assertThrows(SQLException.class, () -> number(open, 1));
    assertEquals("OT001", refused.getSQLState());
    transaction.rollback();
  }

  @Test
  void requestKnowsWhetherItsWorkIsQuick() throws Exception {
    transaction.begin();
    long client = client("queue-quick");
    for (int images : List.of(600, 601)) { // ten a second are expected
      long batch = images(client, images);
      queue.request(JobName.ANALYSE_IMAGES, batch);
      assertEquals(images == 600, isQuick(batch), images + " images");
    }
    queue.request(JobName.PREPARE_VIDEO, SUBJECT);
    assertFalse(isQuick(SUBJECT), "nobody waits for it");
    transaction.rollback();
  }

  @Test
  void whatNobodyWaitsForComesInItsTurnOnceItIsDue() throws Exception {
    transaction.begin();
    long client = client("queue-busy");
    insert(1, JobName.ANALYSE_RECORDING, client, 10);
    insert(2, JobName.ANALYSE_RECORDING, client, 20);
    insert(3, JobName.PREPARE_VIDEO, null, -1);
    assertEquals(List.of(3L, 1L, 2L), taken(JobLane.LONG));
    transaction.rollback();
  }

  private long client(String code) throws SQLException {
    return number("insert into core.client (code, name) values (?, 'Queue') returning id", code);
  }

  private long images(long client, int images) throws SQLException {
    return number(
        """
        insert into core.image_batch (public_id, client_id, name, source, images, created_by)
        select gen_random_uuid(), ?, 'Queue', 'FILES', ?, min(id) from core.app_user returning id
        """,
        client,
        images);
  }

  private boolean isQuick(long subject) throws SQLException {
    return number(
            "select count(*) from core.job_request where subject_id = ? and is_quick"
                + " and state = 'QUEUED'",
            subject)
        == 1;
  }

  private long number(String query, Object... arguments) throws SQLException {
    try (Connection connection = application.getConnection();
        PreparedStatement sql = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        sql.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = sql.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Subjects that no other test has; what is not ready is not taken, so reports are made up. */
  private void insert(int number, JobName name, Long client, int dueSeconds) throws SQLException {
    insert(number, name, client, dueSeconds, false);
  }

  private void insert(int number, JobName name, Long client, int dueSeconds, boolean isQuick)
      throws SQLException {
    try (Connection connection = application.getConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                """
                insert into core.job_request (job_name, subject_id, lane, client_id, due_at, is_quick)
                values (?, ?, ?, ?, now() + ? * interval '1 second', ?)
                """)) {
      sql.setString(1, name.id());
      sql.setLong(2, SUBJECT - number);
      sql.setString(3, name.lane().name());
      sql.setObject(4, client);
      sql.setInt(5, dueSeconds);
      sql.setBoolean(6, isQuick);
      sql.executeUpdate();
    }
  }

  /** Of all that is taken, in that order, those of this test. */
  private List<Long> taken(JobLane lane) {
    return taken(() -> queue.take("nobody", run(), lane));
  }

  private static List<Long> taken(Supplier<Optional<JobRequest>> takeNext) {
    return Stream.generate(takeNext)
        .takeWhile(Optional::isPresent)
        .map(request -> SUBJECT - request.get().subjectId())
        .filter(number -> number > 0 && number < 100)
        .toList();
  }

  /** Of a node that only this test knows. */
  private UUID run() {
    if (run == null) {
      run = UUID.randomUUID();
      change("insert into core.node_run (run_id, node_name) values (?, 'nobody')", run);
    }
    return run;
  }

  private void change(String statement, UUID of) {
    try (Connection connection = application.getConnection();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.setObject(1, of);
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long requests() throws SQLException {
    return number("select count(*) from core.job_request where subject_id = ?", SUBJECT);
  }
}
