package org.otklik.web.problem;

import io.undertow.util.ParameterLimitException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.primefaces.csp.CspException;

/** What the user is told of an exception; what nobody expected is logged here, once. */
public final class ProblemFinder {
  private static final System.Logger LOG = System.getLogger(ProblemFinder.class.getName());
  private static final SecureRandom NUMBERS = new SecureRandom();

  private ProblemFinder() {}

  /**
   * @param request what was asked for, for the log; no personal data
   */
  public static ProblemException of(Throwable thrown, String request) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof ViewExpiredException || cause instanceof CspException) {
        return new ProblemException(ProblemCode.SESSION_OVER);
      }
      if (cause instanceof ParameterLimitException) {
        return new ProblemException(ProblemCode.FORM_TOO_LARGE);
      }
      if (cause instanceof WebApplicationException web && web instanceof ClientErrorException) {
        return ofClientError(web);
      }
    }
    Optional<Outage> outage = Outage.of(thrown);
    if (outage.isPresent()) {
      FaultLog.write(outage.get(), thrown);
      return new ProblemException(outage.get().code());
    }
    String number = number();
    log("Error " + number + " at " + request, thrown);
    return new ProblemException(ProblemCode.INTERNAL, number);
  }

  /** What users name by its number is found in the log; its trace stands there once a minute. */
  private static void log(String message, Throwable thrown) {
    if (FaultLog.isNew(thrown)) {
      LOG.log(System.Logger.Level.ERROR, message, thrown);
    } else {
      LOG.log(System.Logger.Level.ERROR, "{0}, as before: {1}", message, thrown);
    }
  }

  private static ProblemException ofClientError(WebApplicationException web) {
    return switch (web.getResponse().getStatus()) {
      case 400 -> new ProblemException(ProblemCode.REQUEST_MALFORMED);
      case 404 -> new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
      case 405 -> new ProblemException(ProblemCode.METHOD_UNSUPPORTED, "?", allowed(web));
      case 406 -> new ProblemException(ProblemCode.ANSWER_TYPE_UNKNOWN);
      case 415 -> new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "?", "application/json");
      default -> new ProblemException(ProblemCode.METHOD_REFUSED, web.getMessage());
    };
  }

  private static String allowed(WebApplicationException web) {
    String header = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return web instanceof NotAllowedException && header != null ? header : "GET";
  }

  private static String number() {
    byte[] bytes = new byte[4];
    NUMBERS.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
  }
}
