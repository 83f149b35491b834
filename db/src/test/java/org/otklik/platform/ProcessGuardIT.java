package org.otklik.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessGuardIT {
  /** A launcher in small: starts one guarded child, tells its id, and waits. */
  static final class Parent {
    public static void main(String[] args) throws IOException, InterruptedException {
      ProcessGuard guard = ProcessGuard.start();
      Process child = sleeper().start();
      guard.watch(child.toHandle(), StopSignal.TERM);
      new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(child.pid());
      child.waitFor();
    }
  }

  /** Only waits. */
  static final class Sleeper {
    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  private static ProcessBuilder sleeper() {
    return java(Sleeper.class);
  }

  private static ProcessBuilder java(Class<?> main) {
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(Platform.java().toString(), "-cp", classPath, main.getName());
  }

  @Test
  void childrenOfAKilledLauncherAreStopped() throws Exception {
    Process parent = java(Parent.class).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = parent.inputReader()) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      assertTrue(child.isAlive());
      parent.destroyForcibly();
      assertTrue(StopSignal.awaitEnd(child, Duration.ofSeconds(20)), "the child lives on");
    }
  }
}
