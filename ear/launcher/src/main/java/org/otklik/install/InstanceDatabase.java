package org.otklik.install;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseLogins;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.Console;
import org.otklik.platform.ProcessGuard;

/** The database of an instance: its own PostgreSQL, or the company's. */
record InstanceDatabase(Distribution distribution, Instance instance, InstanceSettings settings) {
  private static final String URL = "otklik.db.url";
  private static final String PASSWORD = "otklik.db.password";
  private static final String OWNER_PASSWORD = "otklik.db.owner-password";

  /** The company's, when the settings name one. */
  Optional<DatabaseLogins> ofTheCompany() throws IOException {
    Optional<String> url = settings.text(URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatabaseLogins(
            url.get(),
            Map.of(
                DatabaseRole.APPLICATION,
                settings.requiredSecret(PASSWORD, URL),
                DatabaseRole.OWNER,
                settings.requiredSecret(OWNER_PASSWORD, URL))));
  }

  /** What is done with a database that runs. */
  @FunctionalInterface
  interface Work {
    void with(DatabaseAccess database) throws IOException, InterruptedException;
  }

  /** Works with the database as it runs; our own is started for that where it does not run. */
  void use(Console console, Work work) throws IOException, InterruptedException {
    Optional<DatabaseLogins> company = ofTheCompany();
    if (company.isPresent()) {
      work.with(company.get());
      return;
    }
    Optional<DatabaseAccess> running = LocalDatabase.running(instance.postgres());
    if (running.isPresent()) {
      work.with(running.get());
      return;
    }
    try (ProcessGuard guard = ProcessGuard.start();
        LocalDatabase started =
            LocalDatabase.start(instance.database(distribution), guard, console)) {
      work.with(started);
    }
  }
}
