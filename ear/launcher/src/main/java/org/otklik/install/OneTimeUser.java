package org.otklik.install;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.otklik.access.password.OneTimePassword;
import org.otklik.access.password.PasswordHash;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseRole;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

/**
 * The way back in for who may sign in to the machine and no longer to the portal: a one-time
 * password, written into the database as the portal would, with a line in the audit log.
 */
final class OneTimeUser {
  /** As org.otklik.access.NewUserRequest has it. */
  private static final String LOGIN = "[a-z0-9][a-z0-9._@-]{0,62}";

  private final DatabaseAccess database;
  private final Console console;

  OneTimeUser(DatabaseAccess database, Console console) {
    this.database = database;
    this.console = console;
  }

  void provide(String login) throws IOException {
    if (!login.matches(LOGIN)) {
      throw new LaunchException("A login has up to 63 small letters, digits and . _ @ -: " + login);
    }
    String password = OneTimePassword.random();
    String hash = PasswordHash.of(password.toCharArray());
    boolean isNew;
    try (Connection connection = database.connect(DatabaseRole.APPLICATION)) {
      connection.setAutoCommit(false);
      isNew = !give(connection, login, hash);
      if (isNew) {
        make(connection, login, hash);
      }
      record(connection, login, isNew ? "USER_MADE" : "PASSWORD_RESET");
      connection.commit();
    } catch (SQLException e) {
      throw new LaunchException("The password could not be stored: " + e.getMessage(), null, e);
    }
    console.show(isNew ? "Administrator made: " + login : "Sessions of " + login + " are ended.");
    console.show("One-time password: " + password);
    console.show("It opens nothing but the page that asks for one's own password.");
  }

  private static boolean give(Connection connection, String login, String hash)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            update core.app_user
            set password_hash = ?, has_one_time_password = true, deactivated_at = null,
                session_generation = session_generation + 1,
                sso_issuer = null, sso_subject = null, sso_email = null
            where login = ?
            """)) {
      sql.setString(1, hash);
      sql.setString(2, login);
      return sql.executeUpdate() > 0;
    }
  }

  private static void make(Connection connection, String login, String hash) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            insert into core.app_user
                (login, display_name, password_hash, has_one_time_password, role, locale)
            values (?, ?, ?, true, 'ADMINISTRATOR', ?)
            """)) {
      sql.setString(1, login);
      sql.setString(2, login);
      sql.setString(3, hash);
      sql.setString(4, Locale.getDefault().getLanguage().equals("ru") ? "ru" : "en");
      sql.executeUpdate();
    }
  }

  private static void record(Connection connection, String login, String kind) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            insert into core.audit_event (kind, subject_kind, subject_id, detail)
            values (?, 'USER', ?, 'otklik user')
            """)) {
      sql.setString(1, kind);
      sql.setString(2, login);
      sql.executeUpdate();
    }
  }
}
