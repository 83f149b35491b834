package org.otklik.web.monitoring;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the Java machine and the server's pools tell of themselves. */
final class MachineFigures {
  private static final System.Logger LOG = System.getLogger(MachineFigures.class.getName());
  private static final String SYSTEM = "java.lang:type=OperatingSystem";
  private static final double MILLIS = 1000;
  private static final double NANOS = 1e9;

  private MachineFigures() {}

  static void write(PrometheusText text) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    text.gauge("jvm_memory_used_bytes", "Heap in use.", Map.of("area", "heap"), heap.getUsed());
    text.gauge("jvm_memory_max_bytes", "Heap at most.", Map.of("area", "heap"), heap.getMax());
    text.gauge(
        "jvm_threads_current",
        "Threads of the server.",
        ManagementFactory.getThreadMXBean().getThreadCount());
    text.gauge(
        "process_uptime_seconds",
        "Since the server was started.",
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    OptionalDouble cpu = attribute(SYSTEM, "ProcessCpuTime");
    cpu.ifPresent(
        nanos ->
            text.counter(
                "process_cpu_seconds_total",
                "Processor time of the server, without decoders.",
                nanos / NANOS));
    attribute(SYSTEM, "OpenFileDescriptorCount")
        .ifPresent(files -> text.gauge("process_open_fds", "Files and sockets in use.", files));
    attribute(SYSTEM, "MaxFileDescriptorCount")
        .ifPresent(files -> text.gauge("process_max_fds", "Files and sockets at most.", files));
    for (String pool : List.of("AppDS", "BatchDS")) {
      String name = "jboss.as:subsystem=datasources,data-source=" + pool + ",statistics=pool";
      connections(text, pool, "in-use", attribute(name, "InUseCount"));
      connections(text, pool, "available", attribute(name, "AvailableCount"));
    }
  }

  private static void connections(
      PrometheusText text, String pool, String state, OptionalDouble connections) {
    connections.ifPresent(
        count ->
            text.gauge(
                "otklik_database_connections",
                "Connections of a pool: in use, and those that may still be taken.",
                Map.of("pool", pool, "state", state),
                count));
  }

  /** Asked for by name: deployments do not see the JDK's own interfaces, nor the server's. */
  private static OptionalDouble attribute(String bean, String attribute) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(bean), attribute);
      return OptionalDouble.of(((Number) value).doubleValue());
    } catch (JMException e) { // such as files on Windows
      LOG.log(System.Logger.Level.DEBUG, "No figure " + attribute + " of " + bean, e);
      return OptionalDouble.empty();
    }
  }
}
