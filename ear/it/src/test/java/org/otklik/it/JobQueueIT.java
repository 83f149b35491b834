package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;

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

  private int requests() throws SQLException {
    try (Connection connection = application.getConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                "select count(*) from core.job_request where subject_id = ?")) {
      sql.setLong(1, SUBJECT);
      try (ResultSet rows = sql.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
