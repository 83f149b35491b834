package org.otklik.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How many large bodies are read at a time: each holds a thread of the workers, of which there are
 * sixteen a processor, for as long as its sender takes.
 */
@ApplicationScoped
public class UploadSlots {
  static final int MAX_OF_USER = 6;
  private static final int MAX_A_PROCESSOR = 8;

  private final Map<String, Integer> taken = new HashMap<>();
  private final int most;

  public UploadSlots() {
    this(MAX_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  UploadSlots(int most) {
    this.most = most;
  }

  /** False when the user, or all together, have as many as they may. */
  synchronized boolean take(String login) {
    int all = taken.values().stream().mapToInt(Integer::intValue).sum();
    int own = taken.getOrDefault(login, 0);
    if (all >= most || own >= MAX_OF_USER) {
      return false;
    }
    taken.put(login, own + 1);
    return true;
  }

  synchronized void giveBack(String login) {
    taken.computeIfPresent(login, (user, own) -> own == 1 ? null : own - 1);
  }
}
