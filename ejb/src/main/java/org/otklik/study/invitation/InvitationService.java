package org.otklik.study.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.study.Study;
import org.otklik.study.StudyService;

/** Personal links of studies, for analysts, limited to the actor's clients. */
@Stateless
public class InvitationService {
  private static final int MAX_LINKS = 20_000;

  @PersistenceContext private EntityManager em;
  @Inject private StudyService studies;
  @Inject private AuditService audit;
  @Inject private Jdbi jdbi;

  /**
   * Makes a link for every code that has none yet.
   *
   * @param table CSV or XLSX with a column viewer
   * @return how many
   * @throws ProblemException when the table cannot be taken, or there would be too many links
   */
  public int invite(Actor actor, UUID studyId, InputStream table) {
    actor.requireUpload();
    Study study = studies.study(actor, studyId);
    Set<String> codes = CodeTable.read(table);
    Set<String> known =
        new HashSet<>(
            em.createQuery("select i.code from Invitation i where i.study = :study", String.class)
                .setParameter("study", study)
                .getResultList());
    List<String> added = codes.stream().filter(code -> !known.contains(code)).toList();
    if (known.size() + added.size() > MAX_LINKS) {
      throw new ProblemException(ProblemCode.TOO_MANY_CODES, MAX_LINKS);
    }
    added.forEach(code -> em.persist(new Invitation(study, code, SecretToken.random())));
    audit.done(
        actor,
        AuditKind.STUDY_CHANGED,
        AuditSubject.of(AuditSubject.Kind.STUDY, studyId),
        added.size() + " links");
    return added.size();
  }

  /** In the order of their codes; not for readers, since who has a link is let in. */
  public List<InvitationLine> links(Actor actor, UUID studyId) {
    actor.requireUpload();
    long study = studies.study(actor, studyId).id();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select invitation.code, invitation.link_code, newest.state, newest.changed_at
                    from core.invitation
                    left join lateral (
                        select state, changed_at
                        from core.participation
                        where participation.invitation_id = invitation.id
                        order by participation.id desc
                        limit 1) as newest on true
                    where invitation.study_id = :study
                    order by invitation.code
                    """)
                .bind("study", study)
                .map(
                    (row, context) -> {
                      OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
                      return new InvitationLine(
                          row.getString("code"),
                          row.getString("link_code"),
                          row.getString("state"),
                          changed == null ? null : changed.toInstant());
                    })
                .list());
  }
}
