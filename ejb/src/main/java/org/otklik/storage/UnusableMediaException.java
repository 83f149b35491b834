package org.otklik.storage;

import org.otklik.problem.ProblemCode;

/** The file is no video that can be analysed. */
public class UnusableMediaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence for the user in both languages. */
  public enum Reason {
    EMPTY,
    NOT_A_VIDEO,
    NO_VIDEO_TRACK,
    /** Its video track is announced, and nothing is in it. */
    NO_FRAMES,
    A_PICTURE,
    /** Its end is missing. */
    TRUNCATED,
    BEGINNING_MISSING,
    /** Two recordings one after the other in one file. */
    JOINED,
    TWO_VIDEO_TRACKS,
    PROTECTED,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    TOO_LONG,
    UNSUPPORTED,
    DECODER_FAILED,
    TIMED_OUT,
    /** Nothing is known against the file: what was to look into it was not let, or was ended. */
    SERVER_BUSY,
    /** What is made of the file cannot be written. */
    DISK_FULL;

    /** Whether it says something of the file; else trying again may help. */
    public boolean isOfTheFile() {
      return this != SERVER_BUSY && this != DISK_FULL;
    }

    /** What the user is told. */
    public ProblemCode code() {
      return this == DISK_FULL ? ProblemCode.DISK_FULL : ProblemCode.valueOf("FILM_" + name());
    }
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
