package org.otklik.analysis.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.Creative;

/**
 * Runs that are newer than the one of their recording that counts: they wait until those of all
 * recordings of their creative have ended, and then count instead, all at once. Until then figures
 * are wholly of before, and figures of two emotion models are never mixed.
 */
@ApplicationScoped
public class WaitingRuns {
  private static final String OF_CREATIVE =
      """
      from core.recording
      join core.analysis_run as current
          on current.recording_id = recording.id and current.is_current
      join core.analysis_run as run
          on run.recording_id = recording.id and run.id > current.id
      where recording.creative_id = :creative_id
      """;

  @PersistenceContext private EntityManager em;
  @Inject private Jdbi jdbi;

  private record Pair(long currentId, long waitingId) {}

  /** Whether none of them waits for its analysis or is under way. The caller has flushed. */
  public boolean haveEnded(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) filter (where run.state in ('QUEUED', 'RUNNING')) = 0 "
                        + OF_CREATIVE)
                .bind("creative_id", creativeId)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Makes them count, where all have ended; the caller judges them and holds the creative's lock.
   */
  public List<AnalysisRun> takeOver(Creative creative) {
    em.flush();
    List<AnalysisRun> taken = new ArrayList<>();
    if (!haveEnded(creative.id())) {
      return taken;
    }
    List<Pair> pairs =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select current.id as current_id, run.id as waiting_id "
                            + OF_CREATIVE
                            + "order by run.id")
                    .bind("creative_id", creative.id())
                    .map(
                        (row, context) ->
                            new Pair(row.getLong("current_id"), row.getLong("waiting_id")))
                    .list());
    pairs.forEach(pair -> em.find(AnalysisRun.class, pair.currentId()).supersede());
    em.flush(); // one run a recording counts, at any moment
    for (Pair pair : pairs) {
      AnalysisRun run = em.find(AnalysisRun.class, pair.waitingId());
      run.takeOver();
      taken.add(run);
    }
    em.flush();
    return taken;
  }
}
