package org.otklik.audit;

import java.util.UUID;
import org.otklik.identity.AppUser;
import org.otklik.identity.Client;

/**
 * What an act was done to.
 *
 * @param id as in addresses: a public id, a login, a client's code
 */
public record AuditSubject(Kind kind, String id) {
  /** Sorts of things. */
  public enum Kind {
    USER,
    CLIENT,
    CAMPAIGN,
    CREATIVE,
    RECORDING,
    REPORT,
    SCHEDULE,
    STUDY,
    SHOWING,
    IMAGES,
    JOB,
    AUDIT_LOG
  }

  public static AuditSubject of(Kind kind, UUID publicId) {
    return new AuditSubject(kind, publicId.toString());
  }

  public static AuditSubject user(AppUser user) {
    return new AuditSubject(Kind.USER, user.login());
  }

  public static AuditSubject client(Client client) {
    return new AuditSubject(Kind.CLIENT, client.code());
  }
}
