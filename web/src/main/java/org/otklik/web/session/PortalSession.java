package org.otklik.web.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.otklik.identity.Account;

/** The signed-in part of an HTTP session. */
public final class PortalSession {
  private static final String LOGIN = "otklik.login";
  private static final String GENERATION = "otklik.generation";
  private static final String BEGUN = "otklik.begun";
  private static final String UPLOAD_TOKEN = "otklik.upload-token";
  private static final String ID_TOKEN = "otklik.id-token";
  private static final int TOKEN_BYTES = 32;

  private PortalSession() {}

  /** Changes the session's id, so that one planted before the sign-in is worth nothing. */
  public static void begin(HttpServletRequest request, Account account) {
    request.getSession();
    request.changeSessionId();
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    request.getSession().setAttribute(LOGIN, account.actor().login());
    request.getSession().setAttribute(GENERATION, account.generation());
    request.getSession().setAttribute(BEGUN, Instant.now());
    request.getSession().setAttribute(UPLOAD_TOKEN, HexFormat.of().formatHex(token));
  }

  /** The provider's proof, for the sign-out there. */
  public static void keepIdToken(HttpServletRequest request, String idToken) {
    request.getSession().setAttribute(ID_TOKEN, idToken);
  }

  /** Empty for who came in by a password. */
  public static Optional<String> idToken(HttpServletRequest request) {
    return attribute(request, ID_TOKEN);
  }

  public static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /**
   * Who signed in, unless that was too long ago.
   *
   * @param longest how long a session lasts, however busy it is
   */
  public static Optional<String> login(HttpServletRequest request, Duration longest) {
    HttpSession session = request.getSession(false);
    Instant begun = session == null ? null : (Instant) session.getAttribute(BEGUN);
    return begun == null || isOver(begun, Instant.now(), longest)
        ? Optional.empty()
        : attribute(request, LOGIN);
  }

  static boolean isOver(Instant begun, Instant now, Duration longest) {
    return !now.isBefore(begun.plus(longest));
  }

  /** False once the user's password has changed, or somebody has ended their sessions. */
  public static boolean isOf(HttpServletRequest request, Account account) {
    HttpSession session = request.getSession(false);
    return session != null
        && Integer.valueOf(account.generation()).equals(session.getAttribute(GENERATION));
  }

  /** What the portal's own pages send along with uploads, and no other site can know. */
  static Optional<String> uploadToken(HttpServletRequest request) {
    return attribute(request, UPLOAD_TOKEN);
  }

  static boolean isUploadToken(HttpServletRequest request, String sent) {
    return sent != null
        && uploadToken(request)
            .filter(token -> MessageDigest.isEqual(token.getBytes(UTF_8), sent.getBytes(UTF_8)))
            .isPresent();
  }

  private static Optional<String> attribute(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(name));
  }
}
