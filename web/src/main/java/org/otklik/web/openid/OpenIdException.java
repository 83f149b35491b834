package org.otklik.web.openid;

/** The provider has not proven who somebody is. */
public class OpenIdException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** The person said no, or the provider did for them. */
    DENIED,
    /** The provider does not answer. */
    UNREACHABLE,
    /** It answered something that proves nothing. */
    UNPROVEN
  }

  private final Reason reason;

  OpenIdException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  OpenIdException(Reason reason, Exception cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
