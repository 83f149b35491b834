package org.otklik.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.otklik.platform.ProcessMark;

/**
 * PostgreSQL's data folder and the programs that work on it.
 *
 * @param programs the folder that holds {@code bin}
 * @param place a folder the account reaches; the data lie in its {@code data}
 * @param durable whether a power cut may lose nothing; false only for data that are thrown away
 */
record PostgresCluster(Path programs, Path place, PostgresAccount account, boolean durable) {

  Path data() {
    return place.resolve("data");
  }

  boolean exists() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  /** Fails with a sentence when the data were written by another major version. */
  void requireSameMajor(String binariesVersion) throws IOException {
    String written = Files.readString(data().resolve("PG_VERSION")).trim();
    if (!binariesVersion.startsWith(written + ".")) {
      throw new LaunchException(
          "The database in "
              + data()
              + " was written by PostgreSQL "
              + written
              + ", this is "
              + binariesVersion
              + ": move the folder away, or upgrade it with pg_upgrade.");
    }
  }

  /** Makes the cluster; a kill in between leaves only a folder that the next start discards. */
  void create(String superuserPassword, Path log) throws IOException, InterruptedException {
    Path fresh = place.resolve("data.new");
    Path passwordFile = place.resolve("initdb.password");
    FileTrees.delete(fresh);
    Files.createDirectory(fresh);
    Platform.permit(fresh, "rwx------");
    account.own(fresh);
    try {
      Platform.createPrivate(passwordFile);
      Files.writeString(passwordFile, superuserPassword);
      account.own(passwordFile);
      run(initdb(fresh, passwordFile), log);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    FileTrees.replace(fresh, data());
  }

  /** Takes a copy of another cluster's data for its own; a kill in between leaves none. */
  void restore(Path copy) throws IOException {
    if (exists()) {
      throw new LaunchException(
          "There is a database in " + data() + " already: restore into a new folder.");
    }
    Path fresh = place.resolve("data.new");
    FileTrees.delete(fresh);
    FileTrees.copy(copy, fresh);
    try (Stream<Path> all = Files.walk(fresh)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Platform.permit(each, Files.isDirectory(each) ? "rwx------" : "rw-------");
        account.own(each);
      }
    }
    FileTrees.replace(fresh, data());
  }

  /** The built-in C.UTF-8 sorts the same on every system and never changes with a library. */
  private List<String> initdb(Path fresh, Path passwordFile) {
    List<String> command =
        account.command(
            program("initdb"),
            "--pgdata=" + fresh,
            "--username=" + DatabaseRole.SUPERUSER.login(),
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    if (!durable) {
      command.add("--no-sync");
    }
    return command;
  }

  private void run(List<String> command, Path log) throws IOException, InterruptedException {
    long logged = Files.exists(log) ? Files.size(log) : 0;
    if (start(command, log).waitFor() != 0) {
      throw new LaunchException(
          "PostgreSQL's initdb failed: " + firstComplaint(tail(log, logged)), log);
    }
  }

  /**
   * The server that works on these data now, whoever started it.
   *
   * <p>postmaster.pid holds the process id in its first line and the start in seconds since the
   * epoch in its third.
   */
  Optional<ProcessHandle> runningServer() throws IOException {
    if (!Files.exists(processFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(processFile());
    if (lines.size() < 3) {
      return Optional.empty();
    }
    long startMillis = Long.parseLong(lines.get(2).trim()) * 1000;
    return new ProcessMark(Long.parseLong(lines.get(0).trim()), startMillis).find();
  }

  /**
   * Removes the process file of a server that is gone: another program may have its id by now, and
   * PostgreSQL would take that for a live server.
   */
  void forgetServer() throws IOException {
    Files.deleteIfExists(processFile());
  }

  private Path processFile() {
    return data().resolve("postmaster.pid");
  }

  /** Starts the server as our direct child. */
  Process startServer(int port, Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Platform.ownSession());
    command.addAll(account.command(program("postgres"), "-D", data().toString()));
    setting(command, "port", Integer.toString(port));
    setting(command, "listen_addresses", "127.0.0.1");
    setting(command, "unix_socket_directories", "");
    setting(command, "timezone", "UTC");
    setting(command, "log_timezone", "UTC");
    // The server's two pools hold up to 50; as many are left to readers while these are full.
    setting(command, "max_connections", "153");
    setting(command, "reserved_connections", "50");
    // Any login may fill the queue of notifications, which is on the disk; nothing here uses it. In
    // pages of 8 kB.
    setting(command, "max_notify_queue_pages", "1024");
    setting(command, "log_line_prefix", "%m [%p] %u ");
    // Counts what is asked of it, for who wants to know why something is slow.
    setting(command, "shared_preload_libraries", "pg_stat_statements");
    if (!durable) {
      setting(command, "fsync", "off");
      setting(command, "synchronous_commit", "off");
      setting(command, "full_page_writes", "off");
    }
    return start(command, log);
  }

  private static void setting(List<String> command, String name, String value) {
    command.add("-c");
    command.add(name + "=" + value);
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(Platform.isWindows() ? name + ".exe" : name).toString();
  }

  private Process start(List<String> command, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** The first line that speaks of an error, else the last one. */
  static String firstComplaint(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.contains("error:") || line.contains("FATAL:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
  }

  /** What the server wrote to the log since {@code offset} bytes. */
  static String tail(Path log, long offset) throws IOException {
    byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
    int from = (int) Math.min(offset, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }
}
