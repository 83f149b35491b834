package org.otklik.bench.stages;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How much processor time our children take, looked at every {@value #GLANCE_MS} ms, as an ended
 * process tells nothing any more. Zero where the system does not tell.
 */
final class ChildProcessor implements AutoCloseable {
  private static final long GLANCE_MS = 20;

  private final Map<Long, Long> before = new HashMap<>();
  private final Map<Long, Long> now = new HashMap<>();
  private final Thread watcher = new Thread(this::follow, "child-processor");

  static ChildProcessor watch() {
    ChildProcessor child = new ChildProcessor();
    child.look(child.before);
    child.watcher.setDaemon(true);
    child.watcher.start();
    return child;
  }

  private void follow() {
    try {
      while (true) {
        look(now);
        Thread.sleep(GLANCE_MS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look(Map<Long, Long> times) {
    ProcessHandle.current()
        .children()
        .forEach(
            child ->
                child
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .ifPresent(nanos -> times.put(child.pid(), nanos)));
  }

  /** Of all children together, since the watch began. */
  synchronized double seconds() {
    return now.entrySet().stream()
            .mapToLong(one -> one.getValue() - before.getOrDefault(one.getKey(), 0L))
            .sum()
        / 1e9;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
