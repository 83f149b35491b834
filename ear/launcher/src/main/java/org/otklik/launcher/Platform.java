package org.otklik.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** What this operating system is and can do. */
final class Platform {
  private Platform() {}

  static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  }

  /** Whether we are the superuser, whom PostgreSQL refuses to run for. */
  static boolean isRoot() throws IOException, InterruptedException {
    if (isWindows()) {
      return false;
    }
    Process id = new ProcessBuilder("id", "-u").start();
    String uid = new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return id.waitFor() == 0 && uid.trim().equals("0");
  }

  /** Whether a command exists and ends well. */
  static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /**
   * Puts children into a session of their own where possible, so that Ctrl-C at the terminal
   * reaches the launcher only, which then stops them in the right order.
   */
  static List<String> ownSession() throws InterruptedException {
    return succeeds(List.of("setsid", "true")) ? List.of("setsid") : List.of();
  }

  /** This very Java. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
  }

  static void permit(Path path, String rwx) throws IOException {
    if (!isWindows()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rwx));
    }
  }

  /** An empty file that only we may read, before anything is written into it. */
  static void createPrivate(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (isWindows()) {
      Files.createFile(file);
    } else {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }
}
