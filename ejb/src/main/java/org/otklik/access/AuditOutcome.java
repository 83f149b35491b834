package org.otklik.access;

/** How an act of the audit log ended. */
public enum AuditOutcome {
  DONE,
  REFUSED
}
