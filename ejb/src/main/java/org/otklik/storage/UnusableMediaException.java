package org.otklik.storage;

/** The file is no video that can be analysed. */
public class UnusableMediaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence for the user in both languages. */
  public enum Reason {
    EMPTY,
    NOT_A_VIDEO,
    NO_VIDEO_TRACK,
    A_PICTURE,
    TRUNCATED,
    TOO_LARGE,
    TOO_LONG,
    UNSUPPORTED,
    DECODER_FAILED,
    TIMED_OUT
  }

  private final Reason reason;

  public UnusableMediaException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public UnusableMediaException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
