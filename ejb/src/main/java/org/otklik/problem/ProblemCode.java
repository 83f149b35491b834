package org.otklik.problem;

/** Every problem a user can be told of; its sentence stands in {@code messages*.properties}. */
public enum ProblemCode {
  FIELD_MISSING(Kind.INVALID),
  FIELD_INVALID(Kind.INVALID),
  SUBJECT_ROLE_REFUSED(Kind.INVALID),
  CLIENT_UNKNOWN(Kind.NOT_FOUND),
  CAMPAIGN_UNKNOWN(Kind.NOT_FOUND),
  CREATIVE_UNKNOWN(Kind.NOT_FOUND),
  RECORDING_UNKNOWN(Kind.NOT_FOUND),
  REPORT_UNKNOWN(Kind.NOT_FOUND),
  PICTURE_UNKNOWN(Kind.NOT_FOUND),
  ADDRESS_UNKNOWN(Kind.NOT_FOUND),
  NOT_ALLOWED(Kind.FORBIDDEN),
  SIGN_IN_NEEDED(Kind.UNAUTHENTICATED),
  RECORDING_EXISTS(Kind.CONFLICT),
  REPORT_NOT_READY(Kind.CONFLICT),
  NOTHING_TO_REPORT(Kind.CONFLICT),
  FILM_EMPTY(Kind.UNUSABLE),
  FILM_NOT_A_VIDEO(Kind.UNUSABLE),
  FILM_NO_VIDEO_TRACK(Kind.UNUSABLE),
  FILM_A_PICTURE(Kind.UNUSABLE),
  FILM_TRUNCATED(Kind.UNUSABLE),
  FILM_TOO_LARGE(Kind.TOO_LARGE),
  FILM_TOO_LONG(Kind.UNUSABLE),
  FILM_UNSUPPORTED(Kind.UNUSABLE),
  FILM_DECODER_FAILED(Kind.UNUSABLE),
  FILM_TIMED_OUT(Kind.UNUSABLE),
  UPLOAD_BROKEN_OFF(Kind.INVALID),
  METHOD_REFUSED(Kind.INVALID),
  ANALYSIS_BROKE(Kind.INTERNAL),
  REPORT_BROKE(Kind.INTERNAL),
  INTERNAL(Kind.INTERNAL);

  /** Families of problems; the web tells them by HTTP status. */
  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    UNUSABLE,
    INTERNAL
  }

  private final Kind kind;

  ProblemCode(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
