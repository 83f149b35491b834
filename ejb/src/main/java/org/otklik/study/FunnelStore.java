package org.otklik.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Counts how far viewers came. */
@ApplicationScoped
public class FunnelStore {
  @Inject private Jdbi jdbi;

  public StudyFunnel of(long studyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                        select count(*) as opened,
                            count(agreed_at) as agreed,
                            count(*) filter (where state = 'NO_CAMERA') as without_camera,
                            count(*) filter (where state in ('RECORDED', 'COMPLETED')) as recorded,
                            count(*) filter (where state = 'COMPLETED') as completed,
                            count(*) filter (where is_usable) as usable,
                            count(*) filter (where state = 'WITHDRAWN') as withdrawn
                        from core.participation
                        cross join lateral (
                            select state in ('RECORDED', 'COMPLETED') and exists (
                                select from core.capture
                                left join agg.viewing
                                    on viewing.recording_id = capture.recording_id
                                where capture.participation_id = participation.id
                                    and capture.state = 'TAKEN'
                                    and viewing.exclusion_reason is null
                            ) as is_usable
                        ) as judged
                        where study_id = :study
                        """)
                .bind("study", studyId)
                .map(
                    (row, context) ->
                        new StudyFunnel(
                            row.getInt("opened"),
                            row.getInt("agreed"),
                            row.getInt("without_camera"),
                            row.getInt("recorded"),
                            row.getInt("completed"),
                            row.getInt("usable"),
                            row.getInt("withdrawn")))
                .one());
  }

  /**
   * Viewers who answered so: usable ones, and those on the way who need a place.
   *
   * @param own participation that is not counted
   * @param minutes for which a place is kept
   */
  public int taken(long studyId, String attribute, String value, long own, int minutes) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*)
                    from core.participation
                    left join core.viewer on viewer.id = participation.viewer_id
                    where study_id = :study and participation.id <> :own
                        and case
                            when state = 'AGREED'
                                then attributes ->> :attribute = :value
                                    and changed_at > now() - make_interval(mins => :minutes)
                            when state in ('RECORDED', 'COMPLETED')
                                then viewer.segments ->> :attribute = :value and exists (
                                    select from core.capture
                                    left join agg.viewing
                                        on viewing.recording_id = capture.recording_id
                                    where capture.participation_id = participation.id
                                        and capture.state = 'TAKEN'
                                        and viewing.exclusion_reason is null)
                            else false
                        end
                    """)
                .bind("study", studyId)
                .bind("own", own)
                .bind("attribute", attribute)
                .bind("value", value)
                .bind("minutes", minutes)
                .mapTo(Integer.class)
                .one());
  }

  /** Viewers who have agreed lately and are not recorded yet: each may still need a place. */
  public int onTheWay(long studyId, int minutes) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from core.participation
                    where study_id = :study and state = 'AGREED'
                        and changed_at > now() - make_interval(mins => :minutes)
                    """)
                .bind("study", studyId)
                .bind("minutes", minutes)
                .mapTo(Integer.class)
                .one());
  }
}
