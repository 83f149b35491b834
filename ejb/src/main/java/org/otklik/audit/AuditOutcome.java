package org.otklik.audit;

/** How an act of the audit log ended. */
public enum AuditOutcome {
  DONE,
  REFUSED
}
