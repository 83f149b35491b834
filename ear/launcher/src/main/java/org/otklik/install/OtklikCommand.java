package org.otklik.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.launcher.LauncherLog;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

/**
 * {@code bin/otklik}. Ends with 0 when it did what it was asked, with {@value #NOT_RUNNING} when
 * {@code status} finds nothing running (as the Linux Standard Base has it for services), else with
 * {@value #FAILED} after a sentence that says what to do.
 */
public final class OtklikCommand {
  static final int FAILED = 1;
  static final int NOT_RUNNING = 3;

  private static final System.Logger LOG = System.getLogger(OtklikCommand.class.getName());

  private static final String HELP =
      """
      otklik [--data FOLDER] COMMAND

        init            makes the folder of data with its otklik.properties
        start           starts Otklik in the background; makes the folder of data first where
                        there is none
        run             the same in the foreground, for systemd and containers
        stop            stops it in good order
        status          whether it runs and is well; ends with 3 when it does not run
        backup FOLDER   writes a backup into a new folder, while it runs or not
        restore FOLDER  makes the folder of data anew from a backup
        upgrade FOLDER  has this version take over the folder of data: stops the version that
                        runs, backs up into a new folder, carries settings over, migrates the
                        database, starts; --backed-up instead of FOLDER where the database is
                        the company's own
        user LOGIN      gives a user a one-time password and ends their sessions; makes an
                        administrator of that login where there is none

      The folder of data is otklik-data beside the unpacked ZIP, unless --data or OTKLIK_DATA
      names another one. Manual: docs/operations.md
      """;

  private final Console console;
  private final Distribution distribution;
  private final Instance instance;

  private OtklikCommand(Console console, Distribution distribution, Instance instance) {
    this.console = console;
    this.distribution = distribution;
    this.instance = instance;
  }

  public static void main(String[] args) {
    System.exit(execute(Console.terminal(), new ArrayList<>(List.of(args))));
  }

  private static int execute(Console console, List<String> words) {
    try {
      Distribution distribution = Distribution.current();
      Instance instance = new Instance(dataFolder(words, distribution));
      return new OtklikCommand(console, distribution, instance).execute(words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (LaunchException e) {
      return fail(console, e.getMessage(), e.log());
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Unexpected", e); // to standard error
      return fail(console, "Something unexpected went wrong: " + e + ".", Optional.empty());
    }
  }

  private static int fail(Console console, String sentence, Optional<Path> log) {
    console.show("FAILED: " + sentence);
    log.ifPresent(file -> console.show("        See " + file));
    return FAILED;
  }

  private static Path dataFolder(List<String> words, Distribution distribution)
      throws LaunchException {
    int at = words.indexOf("--data");
    if (at >= 0) {
      if (at + 1 == words.size()) {
        throw new LaunchException("--data needs a folder.");
      }
      words.remove(at);
      return Path.of(words.remove(at));
    }
    return Optional.ofNullable(System.getenv("OTKLIK_DATA"))
        .map(Path::of)
        .orElse(distribution.folder().resolveSibling("otklik-data"));
  }

  private int execute(List<String> words) throws IOException, InterruptedException {
    String command = words.isEmpty() ? "help" : words.get(0);
    switch (command) {
      case "init" -> init(arguments(words, 0));
      case "start" -> start(arguments(words, 0));
      case "run" -> run(arguments(words, 0));
      case "stop" -> background(arguments(words, 0)).stop();
      case "status" -> {
        return background(arguments(words, 0)).tellStatus() ? 0 : NOT_RUNNING;
      }
      case "backup" -> backup(arguments(words, 1));
      case "restore" -> restore(arguments(words, 1));
      case "upgrade" -> upgrade(arguments(words, 1));
      case "user" -> user(arguments(words, 1));
      case "help", "--help", "-h" -> console.show(HELP);
      default ->
          throw new LaunchException("There is no command " + command + ": otklik help lists all.");
    }
    return 0;
  }

  private static List<String> arguments(List<String> words, int count) throws LaunchException {
    List<String> arguments = words.subList(1, words.size());
    if (arguments.size() != count) {
      throw new LaunchException(
          "otklik "
              + words.get(0)
              + " takes "
              + (count == 0 ? "no arguments" : "one argument")
              + ": otklik help says more.");
    }
    return arguments;
  }

  private void init(List<String> none) throws IOException {
    instance.create(distribution);
    console.show("Settings: " + instance.settings());
    console.show("Change what you need, then: otklik start");
  }

  private void start(List<String> none) throws IOException, InterruptedException {
    if (!instance.exists()) {
      instance.create(distribution);
      console.say("Data and settings are in " + instance.folder());
    }
    background(none).start();
  }

  private void run(List<String> none) throws IOException, InterruptedException {
    if (!instance.exists()) {
      instance.create(distribution);
    }
    new InstanceRun(distribution, instance, settings(), console).run();
  }

  private Background background(List<String> none) throws IOException {
    instance.requireExisting();
    return new Background(distribution, instance, settings(), console);
  }

  private void backup(List<String> target) throws IOException, InterruptedException {
    instance.requireExisting();
    new Backup(distribution, instance, settings(), console)
        .write(Path.of(target.get(0)).toAbsolutePath().normalize());
  }

  private void restore(List<String> source) throws IOException, InterruptedException {
    new Restore(distribution, instance, console)
        .from(Path.of(source.get(0)).toAbsolutePath().normalize());
  }

  private void upgrade(List<String> target) throws IOException, InterruptedException {
    instance.requireExisting();
    Optional<Path> folder =
        Optional.of(target.get(0))
            .filter(word -> !word.equals("--backed-up"))
            .map(word -> Path.of(word).toAbsolutePath().normalize());
    LauncherLog.writeTo(instance.folder().resolve("upgrade.log"));
    new Upgrade(distribution, instance, settings(), console).execute(folder);
  }

  private void user(List<String> login) throws IOException, InterruptedException {
    instance.requireExisting();
    new InstanceDatabase(distribution, instance, settings())
        .use(console, database -> new OneTimeUser(database, console).provide(login.get(0)));
  }

  private InstanceSettings settings() throws IOException {
    return InstanceSettings.read(instance.settings(), System.getenv());
  }
}
