package org.otklik.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of Otklik that runs, whoever runs it: its address, and how each role signs in. */
public interface DatabaseAccess {
  /** A JDBC address; it may have parameters of its own. */
  String url();

  String password(DatabaseRole role);

  /** The address with a parameter more, such as {@code currentSchema=timer}. */
  default String urlWith(String parameter) {
    return url() + (url().contains("?") ? "&" : "?") + parameter;
  }

  /** A new connection to the application's database. */
  default Connection connect(DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(url(), role.login(), password(role));
  }
}
