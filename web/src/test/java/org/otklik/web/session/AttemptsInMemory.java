package org.otklik.web.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What servers share, in one process. */
public final class AttemptsInMemory implements SharedAttempts {
  private final Map<String, List<Instant>> times = new TreeMap<>();

  @Override
  public synchronized List<Instant> since(String subject, Instant limit) {
    return times.getOrDefault(subject, List.of()).stream()
        .filter(time -> time.isAfter(limit))
        .toList();
  }

  @Override
  public synchronized void add(String subject, Instant at) {
    times.computeIfAbsent(subject, unknown -> new ArrayList<>()).add(at);
  }

  @Override
  public synchronized void forget(String subject) {
    times.remove(subject);
  }
}
