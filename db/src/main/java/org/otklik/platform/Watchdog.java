package org.otklik.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The main class of a tiny process of its own: when the launcher's end of the pipe closes, because
 * it ended or was killed, this stops what the launcher had started and not yet stopped, last first.
 *
 * <p>Lines read: {@code watch PID START_MILLIS SIGNAL} and {@code forget PID}.
 */
public final class Watchdog {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Map<Long, Watched> watched = new LinkedHashMap<>();

  private record Watched(ProcessMark process, StopSignal signal) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Thread main = Thread.currentThread();
    // A Ctrl-C meant for the launcher may reach us too: the work is still to be done.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(main)));
    Watchdog dog = new Watchdog();
    dog.listen(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)));
    dog.stopAll();
  }

  private static void awaitEnd(Thread main) {
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      long pid = Long.parseLong(words[1]);
      if (words[0].equals("watch")) {
        ProcessMark mark = new ProcessMark(pid, Long.parseLong(words[2]));
        watched.put(pid, new Watched(mark, StopSignal.valueOf(words[3])));
      } else {
        watched.remove(pid);
      }
    }
  }

  private void stopAll() throws IOException, InterruptedException {
    List<Watched> lastFirst = new ArrayList<>(watched.values());
    Collections.reverse(lastFirst);
    for (Watched each : lastFirst) {
      var process = each.process().find();
      if (process.isPresent()) {
        each.signal().stop(process.get(), PATIENCE);
      }
    }
  }
}
