package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what libraries and we log in the launcher's own process to a file. */
public final class LauncherLog {
  private LauncherLog() {}

  public static void writeTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT,%1$tL %4$-7s [%3$s] %5$s%6$s%n");
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), true);
    handler.setFormatter(new SimpleFormatter());
    handler.setEncoding("UTF-8");
    root.addHandler(handler);
  }
}
