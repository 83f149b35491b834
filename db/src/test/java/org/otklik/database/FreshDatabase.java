package org.otklik.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated, empty database for one test class: a copy of the template, dropped afterwards. */
final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger COPIES = new AtomicInteger();

  private LocalDatabase server;
  private String name;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    server = DatabaseGround.get().server();
    name = "it_" + COPIES.incrementAndGet();
    try (Connection connection = superuser()) {
      DatabaseBootstrap.createDatabase(connection, name, LocalDatabase.DATABASE);
      DatabaseBootstrap.restrict(connection, name);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    try (Connection connection = superuser();
        Statement sql = connection.createStatement()) {
      sql.execute("drop database " + name + " (force)");
    }
  }

  private Connection superuser() throws SQLException {
    return server.connect("postgres", DatabaseRole.SUPERUSER);
  }

  String name() {
    return name;
  }

  int port() {
    return server.port();
  }

  String password(DatabaseRole role) {
    return server.password(role);
  }

  LocalDatabase server() {
    return server;
  }

  Connection connect(DatabaseRole role) throws SQLException {
    return server.connect(name, role);
  }

  Connection connect(String login, String password) throws SQLException {
    return DriverManager.getConnection(server.url(name), login, password);
  }

  /** Each row as its values' text, joined by {@code |}. */
  List<String> rows(DatabaseRole role, String query, Object... arguments) throws SQLException {
    try (Connection connection = connect(role)) {
      return Rows.of(connection, query, arguments);
    }
  }
}
