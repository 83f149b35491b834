package org.otklik.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Every exception of a resource becomes a problem; none becomes a page or a stack trace. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    String asked = request.getMethod() + " " + request.getRequestURI();
    ProblemException problem = named(ProblemFinder.of(thrown, asked), thrown);
    Locale locale = ProblemLanguage.of(request);
    ProblemView view = ProblemView.of(problem, locale);
    Response.ResponseBuilder response =
        Response.status(view.status())
            .type(ProblemWriter.MEDIA_TYPE)
            .language(locale)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(view);
    ProblemStatus.retrySeconds(problem.code())
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    if (problem.code() == ProblemCode.METHOD_UNSUPPORTED
        && thrown instanceof ClientErrorException web) {
      response.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  /** JAX-RS does not say in its exceptions which method or type was refused; the request does. */
  private ProblemException named(ProblemException problem, Throwable thrown) {
    if (problem.code() == ProblemCode.METHOD_UNSUPPORTED
        && thrown instanceof ClientErrorException web) {
      String allowed = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
      return new ProblemException(
          problem.code(), request.getMethod(), allowed == null ? "GET" : allowed);
    }
    return problem;
  }
}
