package org.otklik.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.otklik.settings.PortalSettings;
import org.otklik.web.session.RequestPaths;

/** Tells the browser what no answer of ours may do. */
@WebFilter(filterName = "security-headers", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /**
   * PrimeFaces adds a second policy with {@code script-src 'self' 'nonce-…'}; both hold. Its
   * widgets place themselves by style attributes, so those cannot be forbidden.
   */
  private static final String OF_PAGES =
      "connect-src 'self'; font-src 'self' data:; img-src 'self' data:; media-src 'self';"
          + " style-src 'self' 'unsafe-inline'; object-src 'none'; worker-src 'none';"
          + " frame-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** Without PrimeFaces; a study's viewer sees the own camera. */
  private static final String OF_PUBLIC_PAGES =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
          + " media-src 'self' blob:; style-src 'self' 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String OF_ANSWERS = "default-src 'none'; frame-ancestors 'none'";

  private static final String IN_NO_FRAME = "frame-ancestors 'none'";

  /** Attribute of the request: the origins whose pages may show what is shared. */
  private static final String EMBEDDING = SecurityHeadersFilter.class.getName() + ".embedding";

  /** The browser's viewer of PDFs is a plug-in that brings its own styles. */
  private static final String OF_PREVIEWS =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  @Inject private PortalSettings portal;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (portal.embedOrigins() != null) {
      request.setAttribute(EMBEDDING, portal.embedOrigins().replaceAll("[,\\s]+", " "));
    }
    put(request, response);
    chain.doFilter(request, response);
  }

  /** Also for answers begun anew. */
  static void put(HttpServletRequest request, HttpServletResponse response) {
    String path = RequestPaths.of(request);
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    boolean isSharedPage = path.equals(RequestPaths.SHARED_CREATIVE);
    String embedding = isSharedPage ? (String) request.getAttribute(EMBEDDING) : null;
    response.setHeader("Content-Security-Policy", policy(path, embedding));
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (embedding == null) {
      response.setHeader("X-Frame-Options", "DENY"); // knows no origins
    }
    response.setHeader("Referrer-Policy", isSharedPage ? "no-referrer" : "same-origin");
    if (isSharedPage) { // its address is a secret
      response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000"); // a year
    }
    boolean films =
        path.equals(RequestPaths.STUDY)
            || path.equals(RequestPaths.SHOWING)
            || path.equals(RequestPaths.CAMERA);
    String camera = films ? "camera=(self)" : "camera=()";
    response.setHeader("Permissions-Policy", camera + ", microphone=(), geolocation=()");
    if (!resource) {
      response.setHeader("Cache-Control", "private, no-store"); // resources may say otherwise
    }
  }

  /**
   * @param embedding origins whose pages may show it in a frame; null for nobody's
   */
  static String policy(String path, String embedding) {
    return embedding == null
        ? policy(path)
        : policy(path).replace(IN_NO_FRAME, "frame-ancestors " + embedding);
  }

  private static String policy(String path) {
    if (RequestPaths.isPreview(path)) {
      return OF_PREVIEWS;
    }
    if (path.equals(RequestPaths.STUDY)
        || path.equals(RequestPaths.SHOWING)
        || path.equals(RequestPaths.SHARED_CREATIVE)) {
      return OF_PUBLIC_PAGES;
    }
    return RequestPaths.isApi(path) || RequestPaths.isUpload(path) ? OF_ANSWERS : OF_PAGES;
  }
}
