package org.otklik.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.otklik.platform.LaunchException;

/**
 * What only a superuser can do: the roles, the database, and the schemas of the tables that the
 * batch runtime and the timer service make themselves. Safe to repeat; brings the roles' passwords
 * in line with the ones we keep.
 */
final class DatabaseBootstrap {
  /**
   * A session that takes some ten thousand fills the server's table of locks, and nobody can change
   * anything any more; and what the application locks by a number it would wait for.
   */
  private static final String ADVISORY_LOCKS_FOR_OURSELVES =
      """
      do $$
      declare
          lock_function regprocedure;
      begin
          for lock_function in
              select oid from pg_proc
              where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_'
          loop
              execute format('revoke execute on function %s from public', lock_function);
              execute format('grant execute on function %s to otklik_owner, otklik_app', lock_function);
          end loop;
      end $$
      """;

  private final DatabasePasswords passwords;

  DatabaseBootstrap(DatabasePasswords passwords) {
    this.passwords = passwords;
  }

  void apply(String maintenanceUrl, String databaseUrl) throws IOException {
    try {
      try (Connection connection = superuser(maintenanceUrl)) {
        createRoles(connection);
        if (!has(connection, "select 1 from pg_database where datname = 'otklik'")) {
          createDatabase(connection, LocalDatabase.DATABASE, "template1");
        }
        for (String database : databases(connection)) {
          closeToAll(connection, database);
        }
        restrict(connection, LocalDatabase.DATABASE);
      }
      try (Connection connection = superuser(databaseUrl);
          Statement sql = connection.createStatement()) {
        sql.execute("create schema if not exists batch authorization otklik_app");
        sql.execute("create schema if not exists timer authorization otklik_app");
        // Large objects belong to no schema: everybody may make them unless told otherwise.
        for (String function :
            List.of("lo_create(oid)", "lo_creat(integer)", "lo_from_bytea(oid, bytea)")) {
          sql.execute("revoke execute on function pg_catalog." + function + " from public");
        }
        sql.execute(ADVISORY_LOCKS_FOR_OURSELVES);
      }
    } catch (SQLException e) {
      throw new LaunchException("The database could not be set up: " + e.getMessage(), null, e);
    }
  }

  private Connection superuser(String url) throws SQLException {
    String login = DatabaseRole.SUPERUSER.login();
    return DriverManager.getConnection(url, login, passwords.of(DatabaseRole.SUPERUSER));
  }

  private void createRoles(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      for (DatabaseRole role : DatabaseRole.values()) {
        if (role == DatabaseRole.SUPERUSER) {
          continue;
        }
        if (!has(connection, "select 1 from pg_roles where rolname = '" + role.login() + "'")) {
          sql.execute("create role " + role.login());
        }
        // The passwords' alphabet is Base64's, so that quoting them is safe.
        sql.execute("alter role " + role.login() + " login password '" + passwords.of(role) + "'");
      }
      // However many connections readers take, PostgresCluster keeps some for these.
      sql.execute("grant pg_use_reserved_connections to otklik_app, otklik_owner");
    }
  }

  /** A copy of the template; who may connect to it is to be said anew. */
  static void createDatabase(Connection connection, String name, String template)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("create database " + name + " owner otklik_owner template " + template);
    }
  }

  /** PostgreSQL's own ones too: a session in template1 stops the making of databases. */
  private static List<String> databases(Connection connection) throws SQLException {
    List<String> databases = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery("select quote_ident(datname) from pg_database where datallowconn")) {
      while (rows.next()) {
        databases.add(rows.getString(1));
      }
    }
    return databases;
  }

  private static void closeToAll(Connection connection, String database) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("revoke all on database " + database + " from public");
    }
  }

  static void restrict(Connection connection, String database) throws SQLException {
    closeToAll(connection, database);
    try (Statement sql = connection.createStatement()) {
      sql.execute("grant connect on database " + database + " to otklik_app, bi_reader");
    }
  }

  private static boolean has(Connection connection, String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }
}
