package org.otklik.launcher;

import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's tables and views to the state that the module {@code db} describes. */
public final class DatabaseMigration {
  private DatabaseMigration() {}

  /**
   * Applies what is missing, as the owner role. Flyway's own history lies in the schema public.
   *
   * @return the number of migrations applied now
   */
  public static int migrate(LocalDatabase database) throws IOException {
    try {
      return Flyway.configure(DatabaseMigration.class.getClassLoader())
          .dataSource(
              database.url(), DatabaseRole.OWNER.login(), database.password(DatabaseRole.OWNER))
          .defaultSchema("public")
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw new LaunchException(
          "The database could not be migrated: " + firstLine(e.getMessage()), database.log(), e);
    }
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("no reason given");
  }
}
