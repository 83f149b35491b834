package org.otklik.web.connection;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.problem.ProblemWriter;
import org.otklik.web.session.RequestPaths;

/** Turns away a user's further uploads while as many as they may have are on their way. */
@WebFilter(filterName = "upload-slots", urlPatterns = "/*", asyncSupported = true)
public class UploadSlotFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(UploadSlotFilter.class.getName());
  private static final String AGAIN_S = "5";

  @Inject private transient UploadSlots slots;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String login = request.getRemoteUser();
    if (!isUpload(request) || login == null) {
      chain.doFilter(request, response);
      return;
    }
    if (!slots.take(login)) {
      response.setHeader("Retry-After", AGAIN_S);
      ProblemWriter.write(
          request,
          response,
          new ProblemException(ProblemCode.UPLOADS_AT_ONCE, UploadSlots.MAX_OF_USER));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      readToItsEnd(request);
      slots.giveBack(login);
    }
  }

  /**
   * Of a refused upload, too: its sender looks for an answer only then. The thread is held for as
   * long, and so is the slot.
   */
  private static void readToItsEnd(HttpServletRequest request) throws IOException {
    try {
      request.getInputStream().close();
    } catch (EOFException | ClosedChannelException e) {
      LOG.log(System.Logger.Level.DEBUG, "The sender of an upload hung up: {0}", e.toString());
    }
  }

  /** What {@link BodyHandler} did not wait for. */
  private static boolean isUpload(HttpServletRequest request) {
    return request.getContentLengthLong() > BodyHandler.MAX_SMALL_BYTES
        || request.getHeader("Expect") != null
        || request.getMethod().equals("PATCH") && RequestPaths.isUpload(RequestPaths.of(request))
        || request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
  }
}
