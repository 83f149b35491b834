package org.otklik.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * On whose behalf something is done: every service asks for one, so that no query forgets to limit
 * itself to the caller's clients.
 *
 * @param zone in which the user is told times; null for the browser's
 */
public record Actor(
    long userId,
    String login,
    String displayName,
    Role role,
    Locale locale,
    ZoneId zone,
    Set<Long> clientIds) {

  /** A job, which works for everybody and is no user. */
  public static final Actor JOB =
      new Actor(0, "job", "job", Role.ADMINISTRATOR, Locale.ENGLISH, null, Set.of());

  public boolean maySee(long clientId) {
    return role == Role.ADMINISTRATOR || clientIds.contains(clientId);
  }

  public boolean mayUpload() {
    return role != Role.READER;
  }

  public boolean isAdministrator() {
    return role == Role.ADMINISTRATOR;
  }

  /** Refuses everybody else. */
  public void requireAdministrator() {
    if (!isAdministrator()) {
      throw new ProblemException(ProblemCode.NOT_ALLOWED);
    }
  }

  /** Refuses readers. */
  public void requireUpload() {
    if (!mayUpload()) {
      throw new ProblemException(ProblemCode.NOT_ALLOWED);
    }
  }
}
