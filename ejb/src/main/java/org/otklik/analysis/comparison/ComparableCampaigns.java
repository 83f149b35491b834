package org.otklik.analysis.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;

/** Whether figures of two campaigns say the same, so that they can be put side by side. */
@ApplicationScoped
class ComparableCampaigns {
  @Inject private Jdbi jdbi;

  /**
   * @throws ProblemException when the campaigns are of different kinds, or the groups' recordings
   *     were analysed with different emotion models
   */
  void requireAlike(ComparedGroup one, ComparedGroup other) {
    Campaign first = one.campaign();
    Campaign second = other.campaign();
    if (first.kind() != second.kind() || first.isSynthetic() != second.isSynthetic()) {
      throw new ProblemException(ProblemCode.COMPARED_VIEWERS_DIFFER);
    }
    if (models(one, other) > 1) {
      throw new ProblemException(ProblemCode.COMPARED_MODELS_DIFFER);
    }
  }

  /**
   * @throws ProblemException when they make different figures of the same frames
   */
  static void requireAlike(MetricSettings one, MetricSettings other) {
    if (!one.equals(other)) {
      throw new ProblemException(ProblemCode.COMPARED_SETTINGS_DIFFER);
    }
  }

  private int models(ComparedGroup one, ComparedGroup other) {
    UUID[] creatives =
        Stream.of(one, other)
            .flatMap(group -> group.creatives().stream())
            .map(Creative::publicId)
            .toArray(UUID[]::new);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(distinct run.classifier_sha256)
                    from core.creative
                    join core.recording on recording.creative_id = creative.id
                    join core.analysis_run as run on run.recording_id = recording.id and run.is_current
                    where creative.public_id = any (:creatives) and run.state = 'COMPLETED'
                    """)
                .bind("creatives", creatives)
                .mapTo(Integer.class)
                .one());
  }
}
