package org.otklik.share;

/** Whether a link still opens what it was made for. */
public enum LinkState {
  ACTIVE,
  EXPIRED,
  REVOKED
}
