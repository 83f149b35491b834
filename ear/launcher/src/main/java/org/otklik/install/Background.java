package org.otklik.install;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.otklik.platform.ProcessMark;
import org.otklik.platform.StopSignal;

/** The process of {@code otklik run} in the background: started, asked, stopped. */
final class Background {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(180);
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]+");
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);

  private final Distribution distribution;
  private final Instance instance;
  private final InstanceSettings settings;
  private final Console console;

  Background(
      Distribution distribution, Instance instance, InstanceSettings settings, Console console) {
    this.distribution = distribution;
    this.instance = instance;
    this.settings = settings;
    this.console = console;
  }

  /** Starts it, and returns when the portal is up; what it says until then is said here, too. */
  void start() throws IOException, InterruptedException {
    if (running().isPresent()) {
      throw new LaunchException("Otklik runs already in " + instance.folder() + ".");
    }
    instance.requireNotNewer(distribution);
    server().forStart(); // tells of wrong settings and taken ports at once
    Files.deleteIfExists(instance.portal());
    Files.deleteIfExists(instance.log());
    Process process = launch();
    long told = 0;
    while (process.isAlive() && !Files.exists(instance.portal())) {
      told = tell(told);
      Thread.sleep(200);
    }
    tell(told);
    if (!Files.exists(instance.portal())) {
      throw new LaunchException("Otklik did not start: see above.", instance.log());
    }
    tellNextStep();
  }

  private Process launch() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Platform.ownSession());
    command.add(Platform.java().toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("-D" + Distribution.FOLDER_PROPERTY + "=" + distribution.folder());
    command.addAll(List.of("-cp", distribution.lib().resolve("*").toString()));
    command.addAll(
        List.of(OtklikCommand.class.getName(), "--data", instance.folder().toString(), "run"));
    Process process =
        new ProcessBuilder(command)
            .directory(instance.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(instance.log().toFile())
            .start();
    process.getOutputStream().close();
    return process;
  }

  /** Shows whole lines that were added to the log; returns how far that is. */
  private long tell(long from) throws IOException {
    if (!Files.exists(instance.log())) {
      return from;
    }
    try (RandomAccessFile log = new RandomAccessFile(instance.log().toFile(), "r")) {
      byte[] added = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(added);
      String text = new String(added, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end).lines().forEach(console::show);
      return from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private void tellNextStep() throws IOException {
    Path code = instance.setUpCode();
    if (Files.exists(code)) {
      console.show("");
      console.show("  Open      " + server().portal() + "/setup.xhtml");
      console.show(
          "  Code      " + settings.secret("otklik.setup.code").orElse(Files.readString(code)));
      console.show("  and make the first administrator.");
    }
  }

  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> process = running();
    if (process.isEmpty()) {
      console.say("Otklik does not run in " + instance.folder() + ".");
      return;
    }
    boolean inGoodOrder =
        console.step("Stopping Otklik", () -> StopSignal.TERM.stop(process.get(), STOP_PATIENCE));
    console.say(
        inGoodOrder
            ? "Otklik is stopped."
            : "Otklik did not stop in time and was ended; its jobs go on after the next start.");
  }

  boolean isRunning() throws IOException {
    return running().isPresent();
  }

  /** Says how it is; returns whether it runs. */
  boolean tellStatus() throws IOException, InterruptedException {
    Optional<ProcessHandle> process = running();
    if (process.isEmpty()) {
      console.show("Otklik does not run in " + instance.folder() + ".");
      return false;
    }
    console.show("Otklik runs (process " + process.get().pid() + ") in " + instance.folder());
    if (!Files.exists(instance.portal())) {
      console.show("It is starting: see " + instance.log());
      return true;
    }
    console.show("Portal: " + server().portal());
    console.show("Health: " + health());
    return true;
  }

  private String health() throws IOException, InterruptedException {
    URI address = server().local().resolve("/api/v1/health");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_PATIENCE).GET().build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "no answer from " + address + " (" + e + ")";
    }
  }

  /** UP, or what is wrong: {@code {"problems":["DISK_FULL"],"status":"DEGRADED"}}. */
  static String inWords(String answer) {
    List<String> words =
        WORD.matcher(answer).results().map(MatchResult::group).collect(Collectors.toList());
    Set<String> states = Set.of("UP", "DEGRADED", "DOWN");
    String state = words.stream().filter(states::contains).findFirst().orElse("unknown");
    words.removeAll(states);
    return words.isEmpty() ? state : state + ": " + String.join(", ", words);
  }

  private InstanceServer server() {
    return new InstanceServer(distribution, instance, settings);
  }

  private Optional<ProcessHandle> running() throws IOException {
    return ProcessMark.read(instance.process());
  }
}
