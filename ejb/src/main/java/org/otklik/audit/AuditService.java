package org.otklik.audit;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.identity.Caller;

/**
 * The audit log. What is written joins the caller's transaction: a change and its line come
 * together or not at all. Lines hold no secrets and nothing of a face.
 */
@Stateless
public class AuditService {
  private static final int MAX_DETAIL_LENGTH = 500;
  private static final Duration SEEN_ONCE_WITHIN = Duration.ofMinutes(15);
  private static final String LINES = "select e from AuditEvent e left join fetch e.user";
  private static final Map<AuditSubject.Kind, String> NAMED =
      Map.of(
          AuditSubject.Kind.CAMPAIGN,
          "select c.publicId, c.name from Campaign c where c.publicId in :ids",
          AuditSubject.Kind.CREATIVE,
          "select c.publicId, c.name from Creative c where c.publicId in :ids",
          AuditSubject.Kind.RECORDING,
          """
          select r.publicId, concat(r.creative.name, ', ', r.viewer.code)
          from Recording r where r.publicId in :ids
          """,
          AuditSubject.Kind.SCHEDULE,
          "select s.publicId, s.name from Schedule s where s.publicId in :ids");
  private static final String NEWEST_FIRST = " order by e.id desc";

  @PersistenceContext private EntityManager em;
  @Inject private Caller caller;

  /** Somebody did this. */
  public void done(Actor actor, AuditKind kind, AuditSubject subject) {
    done(actor, kind, subject, null);
  }

  /**
   * @param actor {@link Actor#JOB} for the server itself
   * @param subject null when it was done to nothing in particular
   * @param detail what is needed to understand it, in few words; null for nothing
   */
  public void done(Actor actor, AuditKind kind, AuditSubject subject, String detail) {
    AppUser user =
        actor.userId() == Actor.JOB.userId()
            ? null
            : em.getReference(AppUser.class, actor.userId());
    write(user, kind, AuditOutcome.DONE, subject, detail);
  }

  /**
   * Somebody looked at this. A player asks for a video in many pieces: one line tells a quarter of
   * an hour.
   */
  public void seen(Actor actor, AuditKind kind, AuditSubject subject) {
    boolean isTold =
        !em.createQuery(
                """
                select e.id from AuditEvent e
                where e.happenedAt > :since and e.user.id = :user and e.kind = :kind
                  and e.subjectKind = :subjectKind and e.subjectId = :subjectId
                """,
                Long.class)
            .setParameter("since", Instant.now().minus(SEEN_ONCE_WITHIN))
            .setParameter("user", actor.userId())
            .setParameter("kind", kind)
            .setParameter("subjectKind", subject.kind())
            .setParameter("subjectId", subject.id())
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (!isTold) {
      done(actor, kind, subject);
    }
  }

  /** A sign-in that failed; what was typed is not kept, it may be a password in the wrong field. */
  public void signInRefused(AppUser userOrNull, String why) {
    AuditSubject subject = userOrNull == null ? null : AuditSubject.user(userOrNull);
    write(userOrNull, AuditKind.SIGN_IN, AuditOutcome.REFUSED, subject, why);
  }

  private void write(
      AppUser user, AuditKind kind, AuditOutcome outcome, AuditSubject subject, String detail) {
    String told =
        detail == null || detail.length() <= MAX_DETAIL_LENGTH
            ? detail
            : detail.substring(0, MAX_DETAIL_LENGTH - 1) + "…";
    em.persist(new AuditEvent(user, address(), kind, outcome, subject, told));
  }

  /** A page of lines, the newest first; for administrators. */
  public List<AuditEntry> entries(Actor actor, AuditFilter filter, int first, int most) {
    actor.requireAdministrator();
    return wanted(LINES, filter, NEWEST_FIRST, AuditEvent.class)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultStream()
        .map(AuditEvent::entry)
        .toList();
  }

  /**
   * What the subjects of lines are called now; those that are no more, or have no name, are not
   * among them. For administrators.
   */
  public Map<AuditSubject, String> names(Actor actor, List<AuditEntry> entries) {
    actor.requireAdministrator();
    Map<AuditSubject, String> names = new HashMap<>();
    NAMED.forEach((kind, query) -> names.putAll(names(kind, query, entries)));
    return names;
  }

  private Map<AuditSubject, String> names(
      AuditSubject.Kind kind, String query, List<AuditEntry> entries) {
    List<UUID> ids =
        entries.stream()
            .map(AuditEntry::subject)
            .filter(subject -> subject != null && subject.kind() == kind)
            .map(subject -> UUID.fromString(subject.id()))
            .distinct()
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : em.createQuery(query, Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(
                Collectors.toMap(
                    row -> AuditSubject.of(kind, (UUID) row[0]), row -> (String) row[1]));
  }

  /** How many lines there are; for administrators. */
  public long count(Actor actor, AuditFilter filter) {
    actor.requireAdministrator();
    return wanted("select count(e) from AuditEvent e", filter, "", Long.class).getSingleResult();
  }

  /** All lines asked for, one at a time, and that they were handed out; for administrators. */
  public void export(Actor actor, AuditFilter filter, Consumer<AuditEntry> to) {
    actor.requireAdministrator();
    done(
        actor,
        AuditKind.EXPORTED,
        new AuditSubject(AuditSubject.Kind.AUDIT_LOG, "csv"),
        filter.toString());
    em.flush();
    try (Stream<AuditEvent> lines =
        wanted(LINES, filter, NEWEST_FIRST, AuditEvent.class)
            .setHint("org.hibernate.fetchSize", 1000)
            .setHint("org.hibernate.readOnly", true)
            .getResultStream()) {
      lines.forEach(
          line -> {
            to.accept(line.entry());
            em.detach(line);
          });
    }
  }

  /** Only what is asked for stands in the query, so that the database can use its indexes. */
  private <T> TypedQuery<T> wanted(String what, AuditFilter filter, String order, Class<T> type) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    StringJoiner where = new StringJoiner(" and ", " where ", order).setEmptyValue(order);
    restrict(where, parameters, "e.user.login = :login", "login", filter.login());
    restrict(where, parameters, "e.kind = :kind", "kind", filter.kind());
    restrict(where, parameters, "e.happenedAt >= :from", "from", filter.from());
    restrict(where, parameters, "e.happenedAt < :until", "until", filter.until());
    TypedQuery<T> query = em.createQuery(what + where, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private static void restrict(
      StringJoiner where,
      Map<String, Object> parameters,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      where.add(condition);
      parameters.put(name, value);
    }
  }

  /** Jobs come from no address. */
  private String address() {
    try {
      return caller.address();
    } catch (ContextNotActiveException e) {
      return null;
    }
  }
}
