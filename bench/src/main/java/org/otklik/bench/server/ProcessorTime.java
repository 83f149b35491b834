package org.otklik.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time of processes and of all that they have started, ended ones among them, as Linux
 * keeps it in {@code /proc}: a process has its own time, and that of the children it has waited
 * for.
 */
final class ProcessorTime {
  /** The kernel's unit, {@code USER_HZ}, on every platform that Java runs on. */
  private static final double TICKS_A_SECOND = 100;

  /** Places behind the name in {@code stat}: utime, stime; then cutime, cstime. */
  private static final int OWN = 11;

  private static final int WAITED_FOR = 13;

  private ProcessorTime() {}

  /** Of a process alone, in seconds. */
  static double ofItself(ProcessHandle process) {
    return seconds(process, OWN);
  }

  /** Of all that a process started, without itself, in seconds. */
  static double ofChildren(ProcessHandle process) {
    return seconds(process, WAITED_FOR)
        + process
            .descendants()
            .mapToDouble(one -> seconds(one, OWN) + seconds(one, WAITED_FOR))
            .sum();
  }

  /** Of a process' living threads, in seconds, by their names without numbers. */
  static Map<String, Double> ofThreads(ProcessHandle process) throws IOException {
    Map<String, Double> threads = new TreeMap<>();
    Path folder = Path.of("/proc", Long.toString(process.pid()), "task");
    try (Stream<Path> all = Files.list(folder)) {
      for (Path thread : all.toList()) {
        String name =
            Files.readString(thread.resolve("comm")).replaceAll("[-#\\d\\s]+", " ").trim();
        threads.merge(name, seconds(thread.resolve("stat"), OWN), Double::sum);
      }
    }
    return threads;
  }

  private static double seconds(ProcessHandle process, int first) {
    return seconds(Path.of("/proc", Long.toString(process.pid()), "stat"), first);
  }

  private static double seconds(Path stat, int first) {
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return Stream.of(fields).skip(first).limit(2).mapToLong(Long::parseLong).sum()
          / TICKS_A_SECOND;
    } catch (IOException ended) {
      return 0; // its time is its parent's now
    }
  }
}
