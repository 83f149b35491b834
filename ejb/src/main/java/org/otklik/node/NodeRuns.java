package org.otklik.node;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of the nodes' processes. Each call is a transaction of its own. */
@Stateless
public class NodeRuns {
  @PersistenceContext private EntityManager em;

  /**
   * Says that this process is there.
   *
   * @return false once it is held for lost
   */
  public boolean beat(UUID run, String nodeName) {
    return em.createNativeQuery(
                """
                insert into core.node_run (run_id, node_name) values (:run, :node)
                on conflict (run_id) do update set seen_at = clock_timestamp()
                where node_run.ended_at is null
                """)
            .setParameter("run", run)
            .setParameter("node", nodeName)
            .executeUpdate()
        == 1;
  }

  /** Ends earlier processes of the same node: where a new one starts there is none of them. */
  public void endEarlierOf(UUID run, String nodeName) {
    em.createNativeQuery(
            """
            update core.node_run set ended_at = clock_timestamp()
            where node_name = :node and run_id <> :run and ended_at is null
            """)
        .setParameter("run", run)
        .setParameter("node", nodeName)
        .executeUpdate();
  }

  /** When the others were last seen that are not held for lost. */
  public Map<UUID, Instant> seenAtOfOthers(UUID run) {
    List<?> rows =
        em.createNativeQuery(
                "select run_id, seen_at from core.node_run where ended_at is null and run_id <> :run")
            .setParameter("run", run)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  /**
   * Holds a process for lost: from now on none of its connections is let in.
   *
   * @param seenAt when it was last seen; it stays as it is when it was seen again meanwhile
   * @return whether it was this call that did it
   */
  public boolean end(UUID run, Instant seenAt) {
    return em.createNativeQuery(
                """
                update core.node_run set ended_at = clock_timestamp()
                where run_id = :run and seen_at = :seenAt and ended_at is null
                """)
            .setParameter("run", run)
            .setParameter("seenAt", seenAt)
            .executeUpdate()
        == 1;
  }

  /**
   * Ends the connections that lost processes had before, and releases the jobs of those that have
   * none any more.
   */
  public void release() {
    List<?> ended =
        em.createNativeQuery(
                "select run_id from core.node_run where ended_at is not null and released_at is null",
                UUID.class)
            .getResultList();
    ended.forEach(run -> release((UUID) run));
  }

  private void release(UUID run) {
    Number connections =
        (Number)
            em.createNativeQuery(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where right(application_name, 36) = cast(:run as text)
                    """)
                .setParameter("run", run)
                .getSingleResult();
    if (connections.longValue() == 0) {
      em.createNativeQuery(
              "update core.node_run set released_at = clock_timestamp() where run_id = :run")
          .setParameter("run", run)
          .executeUpdate();
    }
  }
}
