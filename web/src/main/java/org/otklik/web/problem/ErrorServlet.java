package org.otklik.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.identity.Account;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.terms.TermBundle;

/**
 * Where the container sends every error that nobody has answered: programs get a problem, people a
 * page. The page is written here and not by Faces: it must come also when Faces is what failed.
 */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
  private static final Set<ProblemCode> OF_STRANGERS =
      Set.of(ProblemCode.LINK_OVER, ProblemCode.SHARED_PAGE_OVER, ProblemCode.TOO_MANY_LINKS);
  public static final String PATH = "/error";

  /** Attribute of the request or session: the {@link ProblemException} to show. */
  public static final String PROBLEM = ErrorServlet.class.getName() + ".problem";

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemException problem = problem(request);
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String context = request.getContextPath();
    if (path != null
        && (path.startsWith(context + "/api") || path.startsWith(context + "/upload/"))) {
      ProblemWriter.write(request, response, problem);
    } else if (!response.isCommitted()) {
      page(request, response, problem);
    }
  }

  private static void page(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    Locale locale = language(request);
    ProblemView view = ProblemView.of(problem, locale);
    response.setStatus(view.status());
    ProblemStatus.retrySeconds(problem.code())
        .ifPresent(seconds -> response.setHeader("Retry-After", seconds));
    response.setContentType("text/html;charset=UTF-8");
    String context = request.getContextPath();
    String brand = TermBundle.terms(locale).getString("brand");
    Optional<Account> account = isOfStrangers(problem) ? Optional.empty() : account(request);
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="%1$s"><head><meta charset="UTF-8"/><title>%2$s · %6$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <link rel="stylesheet" href="%5$s/jakarta.faces.resource/otklik.css.xhtml?ln=otklik"/>
            </head><body%7$s>%8$s<main class="door-card">%9$s
            <h1>%2$s</h1><p>%3$s</p>%4$s
            </main></body></html>
            """
                .formatted(
                    locale.getLanguage(),
                    escaped(view.title()),
                    escaped(view.detail()),
                    isOfStrangers(problem) ? "" : home(request, locale),
                    context,
                    brand,
                    account.isPresent() ? "" : " class=\"door\"",
                    account.map(one -> PortalHead.of(one, locale, context)).orElse(""),
                    account.isPresent() ? "" : "<p class=\"brand\">" + brand + "</p>"));
  }

  /** Who follows a link that needs no sign-in has no campaigns here to go to. */
  private static boolean isOfStrangers(ProblemException problem) {
    return OF_STRANGERS.contains(problem.code());
  }

  private static String home(HttpServletRequest request, Locale locale) {
    return "<p><a class=\"button\" href=\"%s/index.xhtml\">%s</a></p>"
        .formatted(
            request.getContextPath(),
            locale.equals(ProblemLanguage.RUSSIAN) ? "К кампаниям" : "To the campaigns");
  }

  private static ProblemException problem(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(PROBLEM);
    if (kept != null) {
      session.removeAttribute(PROBLEM);
    }
    Object told = request.getAttribute(PROBLEM);
    if (told != null || kept != null) {
      return (ProblemException) (told != null ? told : kept);
    }
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    return thrown != null ? ProblemFinder.of(thrown, asked) : ofStatus(request, asked);
  }

  private static ProblemException ofStatus(HttpServletRequest request, String asked) {
    Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status == null || status == HttpServletResponse.SC_NOT_FOUND) {
      return new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
    }
    if (status == HttpServletResponse.SC_FORBIDDEN) {
      return new ProblemException(ProblemCode.NOT_ALLOWED);
    }
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      return new ProblemException(ProblemCode.SIGN_IN_NEEDED);
    }
    if (status == HttpServletResponse.SC_BAD_REQUEST) {
      return new ProblemException(ProblemCode.REQUEST_MALFORMED);
    }
    return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        ? new ProblemException(ProblemCode.METHOD_REFUSED, "HTTP " + status)
        : ProblemFinder.of(new IllegalStateException("Status " + status), asked);
  }

  /** As the portal's pages choose it, without needing them. */
  private static Locale language(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals("otklik-language"))
        .map(Cookie::getValue)
        .filter(tag -> tag.equals("ru") || tag.equals("en"))
        .findFirst()
        .map(Locale::forLanguageTag)
        .or(() -> ofAccount(request))
        .orElseGet(() -> ProblemLanguage.of(request));
  }

  /** Whom the filter at the door has found; that package calls this one. */
  private static Optional<Locale> ofAccount(HttpServletRequest request) {
    return account(request).map(account -> account.actor().locale());
  }

  private static Optional<Account> account(HttpServletRequest request) {
    return Optional.ofNullable((Account) request.getAttribute(Account.class.getName()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
