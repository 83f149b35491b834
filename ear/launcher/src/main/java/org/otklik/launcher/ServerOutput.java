package org.otklik.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.otklik.platform.Console;

/** Reads what the server prints: everything goes to a file, warnings and errors to the console. */
final class ServerOutput implements Runnable {
  private static final Pattern WORTH_TELLING =
      Pattern.compile("^[-\\d]+ [\\d:,]+ (WARN|ERROR|FATAL)\\b.*|^Caused by: .*");

  private static final int MAX_LINE_LENGTH = 400;

  private final Process server;
  private final Path file;
  private final Console console;

  private ServerOutput(Process server, Path file, Console console) {
    this.server = server;
    this.file = file;
    this.console = console;
  }

  static void follow(Process server, Path file, Console console) {
    Thread thread = new Thread(new ServerOutput(server, file, console), "server-output");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        Writer all =
            Files.newBufferedWriter(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.write(line + System.lineSeparator());
        all.flush();
        if (WORTH_TELLING.matcher(line).matches()) {
          console.say("  server: " + shorten(line));
        }
      }
    } catch (IOException e) {
      console.say("  The server's output can no longer be read: " + e.getMessage());
    }
  }

  private static String shorten(String line) {
    return line.length() <= MAX_LINE_LENGTH ? line : line.substring(0, MAX_LINE_LENGTH) + " …";
  }
}
