package org.otklik.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.otklik.platform.LaunchException;

/** Brings the database's tables and views to the state that the module {@code db} describes. */
public final class DatabaseMigration {
  private DatabaseMigration() {}

  /**
   * Applies what is missing, as the owner role, and limits the reader, as superuser. Flyway's own
   * history lies in the schema public.
   *
   * @return the number of migrations applied now
   * @throws LaunchException when the database was created by other migrations than these, or one of
   *     them fails
   */
  public static int migrate(LocalDatabase database) throws IOException {
    return migrate(database, LocalDatabase.DATABASE);
  }

  static int migrate(LocalDatabase server, String database) throws IOException {
    int applied;
    try {
      applied = applyMissing(server.url(database), server.password(DatabaseRole.OWNER));
    } catch (FlywayValidateException e) {
      throw new LaunchException(
          madeByAnother("data in " + server.folder().getParent()), server.log(), e);
    } catch (FlywayException e) {
      throw new LaunchException(failed(e), server.log(), e);
    }
    try (Connection connection = server.connect(database, DatabaseRole.SUPERUSER);
        Statement sql = connection.createStatement()) {
      sql.execute("select core.limit_bi_login('bi_reader')");
    } catch (SQLException e) {
      throw new LaunchException(
          "The limits of bi_reader could not be set: " + e.getMessage(), server.log(), e);
    }
    return applied;
  }

  /** The same for a database that somebody else runs, whose superuser limits the readers. */
  public static int migrate(DatabaseLogins database) throws LaunchException {
    try {
      return applyMissing(database.url(), database.password(DatabaseRole.OWNER));
    } catch (FlywayValidateException e) {
      throw new LaunchException(madeByAnother("tables of " + database.url()), null, e);
    } catch (FlywayException e) {
      throw new LaunchException(failed(e), null, e);
    }
  }

  private static int applyMissing(String url, String password) {
    return Flyway.configure(DatabaseMigration.class.getClassLoader())
        .dataSource(url, DatabaseRole.OWNER.login(), password)
        .defaultSchema("public")
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Before 0.1.0 migrations were changed in place; data of such a build cannot be taken over. */
  private static String madeByAnother(String what) {
    return "The "
        + what
        + " were created by another build, whose database this one cannot take over: start that"
        + " build again, or begin with an empty folder or database.";
  }

  private static String failed(FlywayException e) {
    return "The database could not be migrated: " + firstLine(e.getMessage());
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("no reason given");
  }
}
