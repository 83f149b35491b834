package org.otklik.access;

/** What is limited: see {@code core.failed_attempt}. */
public enum AttemptKind {
  LOGIN,
  ADDRESS,
  STRANGER,
  LINK,
  PARTICIPATION
}
