package org.otklik.database;

/** Who may sign in to the database. */
public enum DatabaseRole {
  /** Makes the other roles and the database; used for nothing else. */
  SUPERUSER("postgres"),
  /** Owns the database and runs the migrations. */
  OWNER("otklik_owner"),
  /** The application in the server: rows only. */
  APPLICATION("otklik_app"),
  /** Reports and BI tools: reads the schema {@code bi}. */
  BI_READER("bi_reader");

  private final String login;

  DatabaseRole(String login) {
    this.login = login;
  }

  public String login() {
    return login;
  }
}
