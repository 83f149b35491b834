package org.otklik.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.otklik.sound.SoundAlignment;

/** Keeps where creatives are heard in recordings. */
@Stateless
public class SoundAlignmentService {
  /** A campaign tests a few cuts of a creative; to listen for more would take too long. */
  private static final int MAX_OTHERS = 8;

  @PersistenceContext private EntityManager em;
  @Inject private RecordingService recordings;

  /**
   * The videos of the campaign's other creatives, which may be other cuts of the same one; the
   * newest few.
   *
   * @return their SHA-256
   */
  public List<String> otherCuts(Recording recording) {
    return em.createQuery(
            """
            select c.mediaSha256 from Creative c
            where c.campaign = :campaign and c.mediaSha256 <> :own and c.deletion.deletedAt is null
            order by c.id desc
            """,
            String.class)
        .setParameter("campaign", recording.creative().campaign())
        .setParameter("own", recording.creative().mediaSha256())
        .setMaxResults(MAX_OTHERS)
        .getResultList();
  }

  /**
   * Keeps it; where the creative was found the recording's clock follows. Not where an analyst has
   * moved the start meanwhile.
   */
  public void keep(long recordingId, SoundAlignment alignment) {
    Recording recording = recordings.locked(recordingId);
    if (recording.isToBeListenedTo()) {
      recording.listened(alignment);
    }
  }
}
