package org.otklik.web.session;

import jakarta.servlet.http.HttpServletRequest;

/** Which part of the web a request is for. */
public final class RequestPaths {
  public static final String SIGN_IN = "/login.xhtml";
  public static final String SSO_BEGIN = "/sso/begin";
  public static final String SSO_CALLBACK = "/sso/callback";
  public static final String SET_UP = "/setup.xhtml";
  public static final String PASSWORD = "/password.xhtml";

  /** Where a study's viewers take part. */
  public static final String STUDY = "/study.xhtml";

  /** Where participants of a live showing are. */
  public static final String SHOWING = "/showing.xhtml";

  /** A creative's figures, for who has a link. */
  public static final String SHARED_CREATIVE = "/shared.xhtml";

  /** One's own camera, live. */
  public static final String CAMERA = "/camera.xhtml";

  /** Figures of operation, for Prometheus. */
  private static final String METRICS = "/metrics";

  private RequestPaths() {}

  /** The path within the application, decoded and normalised by the container. */
  public static String of(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }

  /** Answers are for programs: problems as JSON, never a page. */
  public static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  /** Uploads of the portal's own pages. */
  public static boolean isUpload(String path) {
    return path.startsWith("/upload/");
  }

  /** A PDF that the browser itself is to show. */
  public static boolean isPreview(String path) {
    return path.matches("/api/v1/reports/[^/]+/preview");
  }

  /** What everybody may see; everything else needs a sign-in. */
  public static boolean isPublic(String path) {
    return path.equals(SIGN_IN)
        || path.equals(SET_UP)
        || isHealth(path)
        || path.equals(METRICS) // which asks for a token of its own
        || path.equals("/favicon.ico")
        || path.equals("/error")
        || path.equals(SSO_BEGIN)
        || path.equals(SSO_CALLBACK)
        || path.startsWith("/shared/") // whose links are secrets of their own
        || path.equals(SHARED_CREATIVE)
        || path.startsWith("/api/v1/shared-creatives/") // likewise
        || path.equals(STUDY)
        || path.equals(SHOWING)
        || path.equals("/live/showing") // whose first word is a secret
        || isParticipation(path)
        || path.startsWith("/jakarta.faces.resource/");
  }

  /** Of viewers who follow a study's link and never sign in; each call names a secret. */
  public static boolean isParticipation(String path) {
    return path.startsWith("/api/v1/study-links/")
        || path.startsWith("/api/v1/showing-links/")
        || path.startsWith("/api/v1/participations/");
  }

  private static boolean isHealth(String path) {
    return path.matches("/api/v1/health(/started|/ready|/live)?");
  }

  /** All but what tells of faults, and how that looks. */
  static boolean needsDatabase(String path) {
    return !isHealth(path)
        && !path.equals(METRICS)
        && !path.equals("/favicon.ico")
        && !path.equals("/error")
        && !path.startsWith("/jakarta.faces.resource/");
  }

  /** Where somebody may go whose password was for one sign-in. */
  static boolean isPasswordChange(String path) {
    return path.equals(PASSWORD)
        || path.equals("/api/v1/me/password")
        || path.equals("/error")
        || path.startsWith("/jakarta.faces.resource/");
  }

  /** Pages for administrators. */
  static boolean isAdministration(String path) {
    return path.startsWith("/admin-");
  }

  /** Pages that lead to the set-up while there is no user; resources and programs do not. */
  static boolean isPage(String path) {
    return !isApi(path)
        && !isUpload(path)
        && !path.equals(METRICS)
        && !path.equals("/favicon.ico")
        && !path.equals("/error")
        && !path.startsWith("/jakarta.faces.resource/");
  }
}
