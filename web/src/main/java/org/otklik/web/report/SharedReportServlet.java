package org.otklik.web.report;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.link.ReportLinkService;
import org.otklik.report.link.SharedReport;
import org.otklik.web.connection.SentFile;
import org.otklik.web.problem.ErrorServlet;
import org.otklik.web.share.LinkGuesses;

/**
 * {@code /shared/TOKEN}: hands out the one report that the link opens, to whoever has the link. A
 * link that opens nothing is answered by a page, since people follow it.
 */
@WebServlet(urlPatterns = "/shared/*", asyncSupported = true)
public class SharedReportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReportLinkService links;
  @Inject private transient LinkGuesses guesses;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
    String caller = request.getRemoteAddr();
    SharedReport shared;
    try {
      shared = links.open(token(request));
    } catch (ProblemException e) {
      boolean isGuess =
          e.code() != ProblemCode.REPORT_NOT_READY
              && e.code().kind() != ProblemCode.Kind.UNAVAILABLE;
      ProblemException told = isGuess ? guesses.wrong(caller).orElse(e) : e;
      if (told != e) {
        response.setHeader("Retry-After", Long.toString(LinkGuesses.WINDOW.toSeconds()));
      }
      request.setAttribute(ErrorServlet.PROBLEM, told);
      request.getRequestDispatcher(ErrorServlet.PATH).forward(request, response);
      return;
    }
    hand(shared, request, response);
  }

  /** To look whether a link is still good is not to use it, and needs no answer. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Allow", "GET");
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  private static String token(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static void hand(
      SharedReport shared, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Content-Disposition", FileName.attachment(FileName.of(shared.report())));
    response.setContentType(shared.report().format().mediaType());
    SentFile file = SentFile.of(shared.file());
    response.setContentLengthLong(file.length());
    file.send(request);
  }
}
