package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Watches how much memory a process and its children have resident, every {@value #GLANCE_MS} ms.
 * Zero where the system does not tell, which is everywhere but on Linux.
 */
public final class PeakMemory implements AutoCloseable {
  private static final int GLANCE_MS = 100;
  private static final double MIB = 1024;

  private final ProcessHandle process;
  private final Thread watcher = new Thread(this::watch, "peak-memory");
  private volatile long processKib;
  private volatile long childKib;

  private PeakMemory(ProcessHandle process) {
    this.process = process;
  }

  public static PeakMemory of(ProcessHandle process) {
    PeakMemory peak = new PeakMemory(process);
    peak.watcher.setDaemon(true);
    peak.watcher.start();
    return peak;
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        processKib = Math.max(processKib, residentKib(process));
        childKib =
            process
                .children()
                .filter(this::isItself)
                .mapToLong(PeakMemory::residentKib)
                .reduce(childKib, Math::max);
        Thread.sleep(GLANCE_MS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** In its first moments a child is still its parent's image, memory, command and all. */
  private boolean isItself(ProcessHandle child) {
    Optional<String[]> arguments = child.info().arguments();
    return arguments.isPresent()
        && !Arrays.equals(arguments.get(), process.info().arguments().orElseThrow());
  }

  private static long residentKib(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }

  public double processMib() {
    return processKib / MIB;
  }

  /** Of the largest child. */
  public double childMib() {
    return childKib / MIB;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
