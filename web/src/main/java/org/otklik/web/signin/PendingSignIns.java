package org.otklik.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.otklik.web.openid.PendingSignIn;

/** Those that a browser has begun: several, since several of its tabs may be at the sign-in. */
final class PendingSignIns implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String ATTRIBUTE = "otklik.pending-sign-ins";
  private static final int MAX_PENDING = 8;

  /** Sessions of passers-by are not kept as long as users' are. */
  private static final Duration PASSER_BY = Duration.ofMinutes(20);

  private final LinkedHashMap<String, PendingSignIn> byState = new LinkedHashMap<>();

  private PendingSignIns() {}

  static PendingSignIn begin(HttpServletRequest request, String to) {
    HttpSession session = request.getSession();
    if (session.isNew()) {
      session.setMaxInactiveInterval((int) PASSER_BY.toSeconds());
    }
    PendingSignIns all = (PendingSignIns) session.getAttribute(ATTRIBUTE);
    if (all == null) {
      all = new PendingSignIns();
      session.setAttribute(ATTRIBUTE, all);
    }
    return all.added(PendingSignIn.begin(to));
  }

  /** The one of this browser with that state, which is then over: an answer counts once. */
  static Optional<PendingSignIn> take(HttpServletRequest request, String state) {
    HttpSession session = request.getSession(false);
    PendingSignIns all = session == null ? null : (PendingSignIns) session.getAttribute(ATTRIBUTE);
    return all == null
        ? Optional.empty()
        : all.taken(state).filter(pending -> !pending.isOver(Instant.now()));
  }

  private synchronized PendingSignIn added(PendingSignIn pending) {
    byState.put(pending.state(), pending);
    if (byState.size() > MAX_PENDING) {
      byState.remove(byState.keySet().iterator().next());
    }
    return pending;
  }

  private synchronized Optional<PendingSignIn> taken(String state) {
    return Optional.ofNullable(byState.remove(state));
  }
}
