package org.otklik.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private boolean isThere = true;
  private boolean isWritable = true;
  private int questions;
  private int reloads;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final DatabaseWatch watch =
      new DatabaseWatch(this::ask, () -> reloads++, Runnable::run, () -> now);

  private boolean ask() throws SQLException {
    questions++;
    if (!isThere) {
      throw new SQLException("Connection refused", "08001");
    }
    return isWritable;
  }

  @Test
  void databaseThatTakesNoChangesIsThere() {
    isWritable = false;
    watch.tick();
    assertFalse(watch.isAway());
    assertTrue(FaultLog.isCurrent(Outage.DATABASE_READ_ONLY));
  }

  @Test
  void databaseThatGoesAndComesIsSeen() {
    watch.tick();
    assertFalse(watch.isAway());
    isThere = false;
    watch.tick();
    assertTrue(watch.isAway());
    isThere = true;
    watch.tick();
    assertFalse(watch.isAway());
  }

  @Test
  void serverThatStartedWithoutItsDatabaseBeginsAnewOnceItIsThere() {
    isThere = false;
    watch.begin();
    watch.tick();
    assertTrue(watch.isAway());
    assertEquals(0, reloads);
    isThere = true;
    watch.tick();
    watch.tick();
    assertEquals(1, reloads);
    assertFalse(watch.answers(), "this server is of no use any more");
    assertTrue(watch.isAway());
  }

  @Test
  void serverThatStartedWithItsDatabaseOutlivesItsOutages() {
    watch.begin();
    isThere = false;
    watch.tick();
    isThere = true;
    watch.tick();
    assertEquals(0, reloads);
  }

  @Test
  void whoeverAsksGetsTheAnswerOfNow() {
    assertTrue(watch.answers());
    isThere = false;
    assertFalse(watch.answers());
    assertTrue(watch.isAway());
    isThere = true;
    assertTrue(watch.answers());
    assertFalse(watch.isAway());
  }

  @Test
  void databaseThatDoesNotAnswerIsAwayAfterAWhileAndAskedOnce() {
    DatabaseWatch hanging = new DatabaseWatch(this::ask, () -> reloads++, waiting::add, () -> now);
    hanging.tick();
    for (int second = 0; second <= DatabaseWatch.PATIENCE.toSeconds(); second++) {
      assertFalse(hanging.isAway(), "second " + second);
      now = now.plusSeconds(1);
      hanging.tick();
    }
    assertTrue(hanging.isAway());
    assertEquals(1, waiting.size(), "one question at a time");
    waiting.remove().run();
    assertFalse(hanging.isAway());
    hanging.tick();
    assertEquals(1, waiting.size());
  }

  @Test
  void whatFailsRightAfterAnOutageIsItsConsequence() {
    watch.tick();
    assertFalse(watch.wasAwayJustNow());
    isThere = false;
    watch.tick();
    assertTrue(watch.wasAwayJustNow());
    isThere = true;
    watch.tick();
    now = now.plusSeconds(29);
    assertTrue(watch.wasAwayJustNow());
    now = now.plusSeconds(1);
    assertFalse(watch.wasAwayJustNow());
    assertEquals(3, questions);
  }
}
