package org.otklik.outage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Asks the database once a second whether it is there. While it is not, nothing that needs it is
 * begun: each attempt would hold a thread and write to the log.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseWatch {
  private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());

  /** A database that is busy answers later than one that is idle, but not by so much. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration CALLERS_PATIENCE = Duration.ofSeconds(5);

  /** What fails so soon after an outage is a consequence of it. */
  private static final Duration AFTERMATH = Duration.ofSeconds(30);

  /** Returns when the database has answered: whether it takes changes. */
  interface Question {
    boolean ask() throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AppDS")
  private DataSource dataSource;

  @Resource private ManagedExecutorService threads;

  private final Question question;
  private final Runnable reload;
  private final InstantSource clock;
  private Executor executor;

  private CompletableFuture<Boolean> asked;
  private Instant askedAt = Instant.MIN;
  private Instant awaySince;
  private volatile boolean isStartedWithout;
  private boolean isReloading;
  private Instant backAt = Instant.MIN;

  public DatabaseWatch() {
    this.question = this::askPool;
    this.reload = ServerReload::begin;
    this.clock = InstantSource.system();
    this.executor = task -> threads.execute(task);
  }

  DatabaseWatch(Question question, Runnable reload, Executor executor, InstantSource clock) {
    this.question = question;
    this.reload = reload;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * A server that is started without its database answers that it is away, and begins anew once it
   * is there: see {@link ServerReload}.
   */
  @PostConstruct
  void begin() {
    isStartedWithout = !answers(PATIENCE);
    if (isStartedWithout) {
      away(new SQLException("no answer while the server started"));
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    ask();
  }

  /** One question at a time: one that hangs must not make many. */
  private synchronized CompletableFuture<Boolean> ask() {
    if (asked == null || asked.isDone()) {
      askedAt = clock.instant();
      asked = CompletableFuture.supplyAsync(this::answer, executor);
    } else if (askedAt.plus(PATIENCE).isBefore(clock.instant())) {
      away(new SQLException("no answer for " + PATIENCE.toSeconds() + " s"));
    }
    return asked;
  }

  private boolean answer() {
    try {
      if (!question.ask()) {
        FaultLog.write(Outage.DATABASE_READ_ONLY, "transaction_read_only is on");
      }
      return back();
    } catch (SQLException e) {
      away(e);
      return false;
    }
  }

  private boolean askPool() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      sql.setQueryTimeout((int) PATIENCE.toSeconds());
      try (ResultSet answer = sql.executeQuery("show transaction_read_only")) {
        answer.next();
        return answer.getString(1).equals("off");
      }
    }
  }

  private synchronized void away(SQLException thrown) {
    if (awaySince == null) {
      awaySince = clock.instant();
    }
    FaultLog.write(Outage.DATABASE, thrown);
  }

  /**
   * @return whether it may be used
   */
  private synchronized boolean back() {
    if (isStartedWithout) {
      beginAnew();
      return false;
    }
    if (awaySince != null) {
      backAt = clock.instant();
      long seconds = Duration.between(awaySince, backAt).toSeconds();
      LOG.log(Level.INFO, "The database is back after {0} s", seconds);
      awaySince = null;
    }
    return true;
  }

  private void beginAnew() {
    if (!isReloading) {
      isReloading = true;
      LOG.log(Level.INFO, "The database is there now: the server begins anew");
      reload.run();
    }
  }

  /** Whether the database was there when the server started; else the server begins anew. */
  public boolean isStarted() {
    return !isStartedWithout;
  }

  /** As it was when it was asked last. */
  public synchronized boolean isAway() {
    return awaySince != null;
  }

  /** Whether something that has just failed may have failed for want of the database. */
  public synchronized boolean wasAwayJustNow() {
    return awaySince != null || clock.instant().isBefore(plus(backAt, AFTERMATH));
  }

  private static Instant plus(Instant time, Duration more) {
    return time.equals(Instant.MIN) ? time : time.plus(more);
  }

  /** Asks it now. */
  public boolean answers() {
    return answers(CALLERS_PATIENCE);
  }

  private boolean answers(Duration patience) {
    try {
      return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The database cannot be asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
