package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.otklik.storage.DiscardedContent;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;

/** The same content comes and goes at once, in two transactions of the real server. */
@ExtendWith(InsideTests.class)
@ArquillianTest
class MediaRegisterIT {
  @Resource(lookup = "java:jboss/datasources/AppDS")
  private DataSource application;

  @Resource private ManagedExecutorService executor;
  @Resource private UserTransaction transaction;
  private MediaRegister register;
  private MediaStore store;

  @Deployment
  static WebArchive tests() {
    return InsideTests.archive("media-register", MediaRegisterIT.class)
        .addPackages(true, "org.awaitility", "org.hamcrest");
  }

  @BeforeEach
  void findBeans() {
    register = Application.bean(MediaRegister.class);
    store = Application.bean(MediaStore.class);
  }

  @Test
  void contentThatComesAgainWhileItIsDiscardedStays() throws Exception {
    byte[] content = content();
    String sha256 = kept(content);
    transaction.begin();
    register.discard(sha256, () -> true);
    Future<String> again = executor.submit(() -> kept(content));
    awaitWaiter();
    transaction.commit();
    assertEquals(sha256, again.get(1, TimeUnit.MINUTES));
    assertEquals(1, rows(sha256));
    assertTrue(isStored(sha256), "a row in the database always has its content");
  }

  @Test
  void contentThatNobodyWantsAnyMoreGoes() throws Exception {
    String sha256 = kept(content());
    transaction.begin();
    register.discard(sha256, () -> true);
    transaction.commit();
    assertEquals(0, rows(sha256));
    assertFalse(isStored(sha256));
  }

  @Test
  void contentOfATransactionThatFailsGoesUnlessItWasThereBefore() throws Exception {
    byte[] fresh = content();
    byte[] known = content();
    String before = kept(known);
    transaction.begin();
    String failed = register.keep(fresh, "application/octet-stream");
    register.keep(known, "application/octet-stream");
    assertTrue(isStored(failed));
    transaction.rollback();
    assertFalse(isStored(failed));
    assertTrue(isStored(before));
    assertEquals(0, count("select count(*) from core.discarded_content"));
  }

  /** As after a kill between the commit and the deletion. */
  @Test
  void contentThatCouldNotBeDeletedAtOnceGoesLater() throws Exception {
    String gone = kept(content());
    String used = kept(content());
    inTransaction(
        () -> {
          update("delete from core.media_object where sha256 = '" + gone + "'");
          update("insert into core.discarded_content (sha256) values ('" + gone + "')");
          update("insert into core.discarded_content (sha256) values ('" + used + "')");
          return gone;
        });
    DiscardedContent discarded = Application.bean(DiscardedContent.class); // a timer's work
    discarded.delete(gone);
    discarded.delete(used);
    assertEquals(0, count("select count(*) from core.discarded_content"));
    assertFalse(isStored(gone));
    assertTrue(isStored(used), "somebody has it again");
  }

  /** Two users of one file let go of it, neither seeing yet that the other has. */
  @Test
  void lastOfTwoWhoLetGoAtOnceTakesTheFileAway() throws Exception {
    String sha256 = kept(content());
    String one = user(sha256);
    String other = user(sha256);
    CountDownLatch letGo = new CountDownLatch(1);
    transaction.begin();
    update("delete from core.image_batch where public_id = '" + one + "'");
    Future<String> second =
        executor.submit(
            () ->
                inTransaction(
                    () -> {
                      update("delete from core.image_batch where public_id = '" + other + "'");
                      letGo.countDown();
                      register.discard(sha256, () -> users(sha256) == 0);
                      return sha256;
                    }));
    assertTrue(letGo.await(1, TimeUnit.MINUTES));
    register.discard(sha256, () -> users(sha256) == 0);
    transaction.commit();
    second.get(1, TimeUnit.MINUTES);
    assertEquals(0, rows(sha256));
    assertFalse(isStored(sha256));
  }

  private static byte[] content() {
    return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
  }

  private String kept(byte[] content) throws Exception {
    return inTransaction(() -> register.keep(content, "application/octet-stream"));
  }

  private <T> T inTransaction(Callable<T> act) throws Exception {
    transaction.begin();
    try {
      T result = act.call();
      transaction.commit();
      return result;
    } catch (Exception e) {
      transaction.rollback();
      throw e;
    }
  }

  private String user(String sha256) throws Exception {
    return inTransaction(
        () -> {
          String id = UUID.randomUUID().toString();
          update(
              """
              insert into core.image_batch (
                  public_id, client_id, name, source, media_sha256, images, created_by)
              select '%s', client.id, 'At once', 'ZIP', '%s', 1, app_user.id
              from core.client
              cross join core.app_user
              order by client.id, app_user.id
              limit 1
              """
                  .formatted(id, sha256));
          return id;
        });
  }

  private int users(String sha256) {
    return count("select count(*) from core.image_batch where media_sha256 = '" + sha256 + "'");
  }

  private int rows(String sha256) {
    return count("select count(*) from core.media_object where sha256 = '" + sha256 + "'");
  }

  private boolean isStored(String sha256) {
    try (StoredFile file = store.open(sha256)) {
      return Files.exists(file.path());
    } catch (IOException e) {
      return false; // the store's word for it
    }
  }

  private void awaitWaiter() {
    await("somebody waits for the transaction")
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("select count(*) from pg_locks where not granted") > 0);
  }

  private void update(String statement) throws SQLException {
    try (Connection connection = application.getConnection();
        Statement sql = connection.createStatement()) {
      assertEquals(1, sql.executeUpdate(statement));
    }
  }

  private int count(String query) {
    try (Connection connection = application.getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
