package org.otklik.showing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.json.StoredJson;

/** Notes of hosts' players, and who has fallen silent. */
@ApplicationScoped
class ShowingStore {
  @Inject private Jdbi jdbi;

  /** A part that is sent twice is stored once. */
  void add(long showingId, long noteNo, PlayerNotes notes) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.showing_note (showing_id, note_no, notes)
                    values (:showing, :note_no, :notes::jsonb)
                    on conflict (showing_id, note_no) do nothing
                    """)
                .bind("showing", showingId)
                .bind("note_no", noteNo)
                .bind("notes", StoredJson.write(notes))
                .execute());
  }

  /** All parts, in the order in which they came; they are deleted. */
  List<PlayerNotes> take(long showingId) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                    with taken as (
                        delete from core.showing_note where showing_id = :showing
                        returning id, notes
                    )
                    select notes::text from taken order by id
                    """)
                    .bind("showing", showingId)
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(text -> StoredJson.read(text, PlayerNotes.class))
        .toList();
  }

  /** How many hold a place: whoever left or withdrew holds none. */
  int joined(long showingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*)
                    from core.showing_participant as participant
                    join core.participation on participation.id = participant.participation_id
                    where participant.showing_id = :showing
                        and participation.state in ('OPENED', 'AGREED', 'NO_CAMERA', 'RECORDED')
                    """)
                .bind("showing", showingId)
                .mapTo(Integer.class)
                .one());
  }

  /** Showings whose hosts were not heard of for so long. */
  List<Long> silent(int minutes) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id from core.showing
                    where state in ('OPEN', 'RUNNING')
                        and host_seen_at < now() - case state
                            when 'OPEN' then interval '1 day'
                            else make_interval(mins => :minutes)
                        end
                    order by id
                    """)
                .bind("minutes", minutes)
                .mapTo(Long.class)
                .list());
  }
}
