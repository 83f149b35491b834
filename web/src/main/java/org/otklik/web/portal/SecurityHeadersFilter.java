package org.otklik.web.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  /** Without PrimeFaces; the viewer's own camera is shown. */
  private static final String OF_STUDIES =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
          + " media-src 'self' blob:; style-src 'self' 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String OF_ANSWERS = "default-src 'none'; frame-ancestors 'none'";

  /** The browser's viewer of PDFs is a plug-in that brings its own styles. */
  private static final String OF_PREVIEWS =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    put(request, response);
    chain.doFilter(request, response);
  }

  /** Also for answers begun anew. */
  static void put(HttpServletRequest request, HttpServletResponse response) {
    String path = RequestPaths.of(request);
    boolean resource = path.startsWith("/jakarta.faces.resource/");
    response.setHeader("Content-Security-Policy", policy(path));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000"); // a year
    }
    boolean films = path.equals(RequestPaths.STUDY) || path.equals(RequestPaths.CAMERA);
    String camera = films ? "camera=(self)" : "camera=()";
    response.setHeader("Permissions-Policy", camera + ", microphone=(), geolocation=()");
    if (!resource) {
      response.setHeader("Cache-Control", "private, no-store"); // resources may say otherwise
    }
  }

  private static String policy(String path) {
    if (RequestPaths.isPreview(path)) {
      return OF_PREVIEWS;
    }
    if (path.equals(RequestPaths.STUDY)) {
      return OF_STUDIES;
    }
    return RequestPaths.isApi(path) || RequestPaths.isUpload(path) ? OF_ANSWERS : OF_PAGES;
  }
}
