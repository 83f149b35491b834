package org.otklik.web.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Memory of the server's process and of its children, by Linux' own account; elsewhere nothing. */
final class ProcessFigures {
  private static final System.Logger LOG = System.getLogger(ProcessFigures.class.getName());
  private static final Path PROCESSES = Path.of("/proc");
  private static final long PAGE_BYTES = 4096;
  private static final int RESIDENT = 1;

  private ProcessFigures() {}

  static void write(PrometheusText text) {
    if (!Files.isDirectory(PROCESSES)) {
      return;
    }
    ProcessHandle server = ProcessHandle.current();
    List<ProcessHandle> children = server.descendants().toList();
    text.gauge(
        "process_resident_memory_bytes",
        "Memory of the server, without its children.",
        residentBytes(server));
    text.gauge("otklik_children", "Decoders that work or are kept ready.", children.size());
    text.gauge(
        "otklik_children_resident_memory_bytes",
        "Memory of all children together.",
        children.stream().mapToLong(ProcessFigures::residentBytes).sum());
  }

  /** See proc_pid_statm(5); 0 of a process that has just ended. */
  private static long residentBytes(ProcessHandle process) {
    Path file = PROCESSES.resolve(process.pid() + "/statm");
    try {
      return Long.parseLong(Files.readString(file).strip().split(" ")[RESIDENT]) * PAGE_BYTES;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) { // it ended while it was read
      LOG.log(System.Logger.Level.DEBUG, "No memory of " + process.pid(), e);
      return 0;
    }
  }
}
