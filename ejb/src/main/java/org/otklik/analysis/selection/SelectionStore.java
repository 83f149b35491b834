package org.otklik.analysis.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.viewing.Decision;
import org.otklik.recording.RecordingRequest;

/** Changes of many recordings in few statements. */
@ApplicationScoped
class SelectionStore {
  @Inject private Jdbi jdbi;

  /** Records the decision where another one, or another note, is current; tells of which. */
  List<UUID> decide(List<Long> recordings, Decision decision, String note, long userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with decided as (
                        insert into core.viewing_decision (recording_id, decision, note, decided_by)
                        select recording.id, :decision, :note, :user_id
                        from core.recording
                        left join lateral (
                            select newest.decision, newest.note
                            from core.viewing_decision as newest
                            where newest.recording_id = recording.id
                            order by newest.id desc
                            limit 1
                        ) as before on true
                        where recording.id = any (:recordings)
                            and (coalesce(before.decision, 'AUTOMATIC') <> :decision
                                or before.note is distinct from :note::text)
                        order by recording.id
                        returning recording_id
                    )
                    select recording.public_id
                    from decided
                    join core.recording on recording.id = decided.recording_id
                    order by recording.id
                    """)
                .bind("recordings", recordings.toArray(Long[]::new))
                .bind("decision", decision.name())
                .bind("note", note)
                .bind("user_id", userId)
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Sets the attribute of the recordings' viewers, or removes it where the value is null; a viewer
   * with as many others as there may be is left out.
   *
   * @return of how many of the recordings the viewer has it so now and had not before
   */
  int setAttribute(List<Long> recordings, String attribute, String value) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with changed as (
                        update core.viewer
                        set segments = case
                            when :value::text is null then segments - :attribute
                            else segments || jsonb_build_object(:attribute, :value::text)
                        end
                        where id in (
                                select viewer_id from core.recording where id = any (:recordings))
                            and (segments ->> :attribute) is distinct from :value::text
                            and (:value::text is null or jsonb_exists(segments, :attribute)
                                or (select count(*) from jsonb_object_keys(segments)) < :most)
                        returning id
                    )
                    select count(*)
                    from core.recording
                    join changed on changed.id = recording.viewer_id
                    where recording.id = any (:recordings)
                    """)
                .bind("recordings", recordings.toArray(Long[]::new))
                .bind("attribute", attribute)
                .bind("value", value)
                .bind("most", RecordingRequest.MAX_ATTRIBUTES)
                .mapTo(Integer.class)
                .one());
  }

  /** The creatives of the recordings, in the order in which they are to be locked. */
  List<Long> creatives(List<Long> recordings) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct creative_id from core.recording
                    where id = any (:recordings) order by creative_id
                    """)
                .bind("recordings", recordings.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
  }

  /** All recordings of a viewer. */
  List<Long> ofViewer(long viewerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from core.recording where viewer_id = :viewer order by id")
                .bind("viewer", viewerId)
                .mapTo(Long.class)
                .list());
  }

  /** Some recordings of a creative, none that is just being analysed. */
  List<Long> idleOfCreative(long creativeId, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id
                    from core.recording
                    where creative_id = :creative and not exists (
                        select from core.analysis_run as run
                        where run.recording_id = recording.id and run.state = 'RUNNING')
                    order by id
                    limit :most
                    """)
                .bind("creative", creativeId)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
  }

  /** A viewer without recordings, who may have answered. */
  void removeViewer(long viewerId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from core.viewer where id = :viewer")
                .bind("viewer", viewerId)
                .execute());
  }

  /** Of a creative's longest recording; 0 where there is none. */
  int longestMs(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(max(duration_ms), 0) from core.recording
                    where creative_id = :creative_id
                    """)
                .bind("creative_id", creativeId)
                .mapTo(Integer.class)
                .one());
  }
}
