package org.otklik.web.signin;

import org.otklik.access.signin.SingleSignOnAnswer.Refusal;
import org.otklik.web.openid.OpenIdException.Reason;

/** Why somebody did not come in by the provider, as the sign-in page tells it. */
public enum SingleSignOnProblem {
  DENIED,
  UNREACHABLE,
  UNPROVEN,
  /** The answer came too late, twice, or to another browser. */
  OVER,
  UNKNOWN,
  NO_ROLE,
  DEACTIVATED;

  static SingleSignOnProblem of(Reason reason) {
    return switch (reason) {
      case DENIED -> DENIED;
      case UNREACHABLE -> UNREACHABLE;
      case UNPROVEN -> UNPROVEN;
    };
  }

  static SingleSignOnProblem of(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN -> UNKNOWN;
      case NO_ROLE -> NO_ROLE;
      case DEACTIVATED -> DEACTIVATED;
    };
  }
}
