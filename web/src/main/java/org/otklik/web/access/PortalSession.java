package org.otklik.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The signed-in part of an HTTP session. */
final class PortalSession {
  private static final String LOGIN = "otklik.login";
  private static final String UPLOAD_TOKEN = "otklik.upload-token";
  private static final int TOKEN_BYTES = 32;

  private PortalSession() {}

  /** Changes the session's id, so that one planted before the sign-in is worth nothing. */
  static void begin(HttpServletRequest request, String login) {
    request.getSession();
    request.changeSessionId();
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    request.getSession().setAttribute(LOGIN, login);
    request.getSession().setAttribute(UPLOAD_TOKEN, HexFormat.of().formatHex(token));
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  static Optional<String> login(HttpServletRequest request) {
    return attribute(request, LOGIN);
  }

  /** What the portal's own pages send along with uploads, and no other site can know. */
  static Optional<String> uploadToken(HttpServletRequest request) {
    return attribute(request, UPLOAD_TOKEN);
  }

  static boolean isUploadToken(HttpServletRequest request, String sent) {
    return sent != null
        && uploadToken(request)
            .filter(token -> MessageDigest.isEqual(token.getBytes(), sent.getBytes()))
            .isPresent();
  }

  private static Optional<String> attribute(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(name));
  }
}
