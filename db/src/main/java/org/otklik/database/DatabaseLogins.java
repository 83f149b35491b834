package org.otklik.database;

import java.util.Map;

/**
 * A database that another process runs: ours, or the company's own, which {@code
 * create-database.sql} has made ready.
 *
 * @param url a JDBC address without a current schema
 * @param passwords of those who are to sign in
 */
public record DatabaseLogins(String url, Map<DatabaseRole, String> passwords)
    implements DatabaseAccess {
  public DatabaseLogins {
    passwords = Map.copyOf(passwords);
  }

  @Override
  public String password(DatabaseRole role) {
    String password = passwords.get(role);
    if (password == null) {
      throw new IllegalStateException("Nobody signs in as " + role.login());
    }
    return password;
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "DatabaseLogins[" + url + "]";
  }
}
