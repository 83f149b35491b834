package org.otklik.web.connection;

/** Where somebody may send a body who is not signed in. */
final class PublicForms {
  private PublicForms() {}

  /** Anything but the API and uploads, which turn away who is not signed in before they read. */
  static boolean contain(String path) {
    return path.equals("/login.xhtml")
        || path.equals("/setup.xhtml")
        || path.equals("/error")
        || path.startsWith("/sso/")
        || path.startsWith("/shared/");
  }
}
