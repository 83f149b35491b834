package org.otklik.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What this operating system is and can do. */
public final class Platform {
  private Platform() {}

  public static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  }

  /** Whether we are the superuser, whom PostgreSQL refuses to run for. */
  public static boolean isRoot() throws IOException, InterruptedException {
    if (isWindows()) {
      return false;
    }
    Process id = new ProcessBuilder("id", "-u").start();
    String uid = new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return id.waitFor() == 0 && uid.trim().equals("0");
  }

  /** Whether a command exists and ends well. */
  public static boolean succeeds(List<String> command) throws InterruptedException {
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
  public static List<String> ownSession() throws InterruptedException {
    return succeeds(List.of("setsid", "true")) ? List.of("setsid") : List.of();
  }

  /** This very Java. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
  }

  public static void permit(Path path, String rwx) throws IOException {
    if (!isWindows()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rwx));
    }
  }

  /** An empty file that only we may read, before anything is written into it. */
  public static void createPrivate(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (isWindows()) {
      Files.createFile(file);
    } else {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /** Readable by us alone from the first byte, and whole or not there at all. */
  public static void writePrivately(Path file, Properties properties) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    createPrivate(fresh);
    try (OutputStream out = Files.newOutputStream(fresh)) { // a stream escapes what is not Latin-1
      properties.store(out, null);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
