package org.otklik.web.problem;

import java.util.Optional;
import org.otklik.problem.ProblemCode;

/** The HTTP status of a problem. */
final class ProblemStatus {
  private static final String RETRY_SECONDS = "60";

  /** What is started again, or taken over by its standby, is there within seconds. */
  private static final String RETRY_OUTAGE_SECONDS = "10";

  private ProblemStatus() {}

  /** For the header Retry-After; empty where the same would be answered again. */
  static Optional<String> retrySeconds(ProblemCode code) {
    if (code.kind() != ProblemCode.Kind.UNAVAILABLE) {
      return Optional.empty();
    }
    boolean isOutage =
        code == ProblemCode.DATABASE_AWAY
            || code == ProblemCode.DATABASE_READ_ONLY
            || code == ProblemCode.STORE_AWAY;
    return Optional.of(isOutage ? RETRY_OUTAGE_SECONDS : RETRY_SECONDS);
  }

  static int of(ProblemCode code) {
    return switch (code) {
      case METHOD_UNSUPPORTED -> 405;
      case ANSWER_TYPE_UNKNOWN -> 406;
      case RANGE_IMPOSSIBLE -> 416;
      case MEDIA_TYPE_UNSUPPORTED, BODY_IS_A_FORM -> 415;
      case UPLOAD_EXPIRED -> 410;
      case UPLOAD_VERSION -> 412;
      case UPLOAD_BUSY -> 423;
      case UPLOAD_CHECKSUM_WRONG -> 460; // as the tus protocol says
      case DISK_FULL -> 507;
      default ->
          switch (code.kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNUSABLE -> 422;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
          };
    };
  }
}
