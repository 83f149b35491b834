package org.otklik.access.signin;

import org.otklik.identity.Account;

/**
 * Whether somebody whom the provider has proven may come in.
 *
 * @param account null if not
 * @param refusal null if they may
 */
public record SingleSignOnAnswer(Account account, Refusal refusal) {
  /** Why not. */
  public enum Refusal {
    /** Nobody has made a user for them, and no claim gives roles. */
    UNKNOWN,
    /** The claim that gives roles gives them none. */
    NO_ROLE,
    DEACTIVATED
  }

  static SingleSignOnAnswer of(Account account) {
    return new SingleSignOnAnswer(account, null);
  }

  static SingleSignOnAnswer of(Refusal refusal) {
    return new SingleSignOnAnswer(null, refusal);
  }
}
