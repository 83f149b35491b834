package org.otklik.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Attempts that count against limits, shared by all servers. Each method is a transaction of its
 * own: what an attempt was part of may well be rolled back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AttemptRegister {
  @PersistenceContext private EntityManager em;

  /** When somebody failed since then, the oldest first. */
  public List<Instant> since(AttemptKind kind, String subject, Instant limit) {
    List<?> times =
        em.createNativeQuery(
                """
                select failed_at from core.failed_attempt
                where kind = :kind and subject_sha256 = :subject and failed_at > :limit
                order by failed_at
                """,
                Instant.class)
            .setParameter("kind", kind.name())
            .setParameter("subject", sha256(subject))
            .setParameter("limit", limit)
            .getResultList();
    return times.stream().map(Instant.class::cast).toList();
  }

  /** Adds one; those that no limit looks at any more go. */
  public void add(AttemptKind kind, String subject, Instant at) {
    em.createNativeQuery(
            """
            insert into core.failed_attempt (kind, subject_sha256, failed_at)
            values (:kind, :subject, :at)
            """)
        .setParameter("kind", kind.name())
        .setParameter("subject", sha256(subject))
        .setParameter("at", at)
        .executeUpdate();
    em.createNativeQuery(
            "delete from core.failed_attempt where failed_at < now() - interval '1 hour'")
        .executeUpdate();
  }

  /** Somebody has succeeded. */
  public void forget(AttemptKind kind, String subject) {
    em.createNativeQuery(
            "delete from core.failed_attempt where kind = :kind and subject_sha256 = :subject")
        .setParameter("kind", kind.name())
        .setParameter("subject", sha256(subject))
        .executeUpdate();
  }

  /** People type passwords where their login should be; an address is personal data, too. */
  private static String sha256(String subject) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(subject.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
