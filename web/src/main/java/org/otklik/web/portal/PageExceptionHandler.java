package org.otklik.web.portal;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ErrorServlet;
import org.otklik.web.problem.ProblemFinder;

/** What a page did not expect becomes the error page, also when the page asked by Ajax. */
class PageExceptionHandler extends ExceptionHandlerWrapper {
  PageExceptionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    Throwable first = null;
    while (events.hasNext()) { // what follows the first comes from it
      ExceptionQueuedEventContext event = events.next().getContext();
      first = first == null ? thrown(event) : first;
      events.remove();
    }
    if (first != null) {
      show(first);
    }
    getWrapped().handle();
  }

  /** A page whose state is none of ours, such as “stateless”, cannot be restored. */
  private static Throwable thrown(ExceptionQueuedEventContext event) {
    Throwable thrown = event.getException();
    boolean isForeignState =
        event.getPhaseId() == PhaseId.RESTORE_VIEW
            && thrown instanceof FacesException
            && thrown.getCause() == null;
    return isForeignState ? new ProblemException(ProblemCode.SESSION_OVER) : thrown;
  }

  private static void show(Throwable thrown) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    ProblemException problem = ProblemFinder.of(thrown, request.getRequestURI());
    try {
      if (faces.getPartialViewContext().isAjaxRequest()) {
        external.getSessionMap().put(ErrorServlet.PROBLEM, problem);
        external.redirect(external.getRequestContextPath() + ErrorServlet.PATH);
      } else if (!external.isResponseCommitted()) {
        external.responseReset();
        SecurityHeadersFilter.put(request, (HttpServletResponse) external.getResponse());
        request.setAttribute(ErrorServlet.PROBLEM, problem);
        external.dispatch(ErrorServlet.PATH);
      }
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException("The error page could not be sent.", e);
    }
  }
}
