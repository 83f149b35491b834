package org.otklik.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.settings.ServerSettings;

/** How long links hold. */
@ApplicationScoped
public class LinkTerms {
  @PersistenceContext private EntityManager em;
  @Inject private ServerSettings settings;

  /** After how many days a link expires at the latest. */
  public int maxDays() {
    return settings.reportLinkDays();
  }

  /**
   * The term of a link that the actor makes now.
   *
   * @param token its secret
   * @throws ProblemException when it is to hold for longer than links may
   */
  public LinkTerm begin(Actor actor, String token, LinkRequest request) {
    int days = RequestValidator.valid(request).days();
    if (days > maxDays()) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, "days", days, "1…" + maxDays());
    }
    Instant now = Instant.now();
    return new LinkTerm(
        SecretToken.sha256(token), user(actor), now, now.plus(days, ChronoUnit.DAYS));
  }

  /** The actor as who makes or revokes a link. */
  public AppUser user(Actor actor) {
    return em.find(AppUser.class, actor.userId());
  }
}
