package org.otklik.media.picture;

import org.otklik.image.UnreadableReason;

/** The file is no picture that can be looked at. */
public final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final UnreadableReason reason;

  public UnreadableImageException(UnreadableReason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public UnreadableImageException(UnreadableReason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  public UnreadableReason reason() {
    return reason;
  }
}
