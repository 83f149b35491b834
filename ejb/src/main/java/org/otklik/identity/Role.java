package org.otklik.identity;

/** What a user may do. */
public enum Role {
  /** Everything, for every client. */
  ADMINISTRATOR,
  /** Uploads, analyses and reports for the clients they belong to. */
  ANALYST,
  /** Reads results and reports of the clients they belong to. */
  READER
}
