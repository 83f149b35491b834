package org.otklik.bench.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Watches how much memory a process and its children have had resident at most, as the system keeps
 * it; a child must live for {@value #GLANCE_MS} ms to be seen. Zero where the system does not tell,
 * which is everywhere but on Linux.
 */
public final class PeakMemory implements AutoCloseable {
  /** Each glance goes through all processes: ten a second took a thirtieth of two cores. */
  private static final int GLANCE_MS = 500;

  /** Written to a process' {@code clear_refs}: its peak begins anew. */
  private static final String FORGET_PEAK = "5";

  private static final double MIB = 1024;
  private static final System.Logger LOG = System.getLogger(PeakMemory.class.getName());

  private final ProcessHandle process;
  private final Thread watcher = new Thread(this::watch, "peak-memory");
  private volatile long processKib;
  private volatile long childKib;

  private PeakMemory(ProcessHandle process) {
    this.process = process;
  }

  public static PeakMemory of(ProcessHandle process) {
    PeakMemory peak = new PeakMemory(process);
    forgetPeak(process);
    peak.watcher.setDaemon(true);
    peak.watcher.start();
    return peak;
  }

  /** Where that is not allowed, the peak is that since the process began. */
  private static void forgetPeak(ProcessHandle process) {
    try {
      Files.writeString(Path.of("/proc", Long.toString(process.pid()), "clear_refs"), FORGET_PEAK);
    } catch (IOException e) {
      LOG.log(Level.INFO, "Peaks of memory are those since the start: {0}", e.getMessage());
    }
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        processKib = Math.max(processKib, peakKib(process));
        childKib =
            process
                .children()
                .filter(this::isItself)
                .mapToLong(PeakMemory::peakKib)
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

  private static long peakKib(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
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
