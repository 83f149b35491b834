package org.otklik.web.creative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.campaign.Creative;
import org.otklik.campaign.SummaryState;
import org.otklik.overview.CreativeStatus;
import org.otklik.overview.CreativeStatusService;
import org.otklik.web.video.VideoView;

/** Puts a creative's view together from the services. */
@ApplicationScoped
public class CreativeViews {
  @Inject private CreativeStatusService standings;
  @Inject private ResultService results;

  public CreativeView of(Creative creative) {
    return of(List.of(creative)).get(0);
  }

  /** In the order given. */
  public List<CreativeView> of(List<Creative> creatives) {
    Map<UUID, CreativeStatus> found = standings.of(creatives);
    Map<Creative, Integer> outdated = new HashMap<>();
    for (Creative creative : creatives) {
      CreativeStatus standing = found.get(creative.publicId());
      if (creative.summaryState() != SummaryState.CURRENT && standing.judgedViewers() > 0) {
        outdated.put(creative, standing.score().map(CreativeScore::settingsVersion).orElse(null));
      }
    }
    Map<Creative, VersionedScore> byNow =
        outdated.isEmpty() ? Map.of() : results.scoresByNow(outdated);
    return creatives.stream()
        .map(
            creative ->
                view(
                    creative,
                    found.get(creative.publicId()),
                    Optional.ofNullable(byNow.get(creative))))
        .toList();
  }

  /**
   * @param byNow the indexes over what is analysed by now; empty where the stored ones are
   */
  private static CreativeView view(
      Creative creative, CreativeStatus standing, Optional<VersionedScore> byNow) {
    RecordingCountsView counts = RecordingCountsView.of(standing.recordings());
    Optional<CreativeScore> score = standing.score();
    boolean current = creative.summaryState() == SummaryState.CURRENT;
    return new CreativeView(
        creative.publicId(),
        creative.campaign().publicId(),
        creative.name(),
        creative.durationMs(),
        creative.durationSeconds(),
        creative.widthPx(),
        creative.heightPx(),
        creative.createdAt(),
        creative.summaryState(),
        creative.summarisedAt(),
        current && counts.unfinished() == 0,
        counts,
        creative.campaign().leastGroupSize(),
        byNow
            .map(versioned -> versioned.score().eeiWithInterval().map(EeiView::of))
            .orElseGet(() -> score.map(EeiView::of))
            .orElse(null),
        byNow
            .map(versioned -> Optional.ofNullable(EmoNpsView.of(versioned)))
            .orElseGet(() -> score.map(stored -> EmoNpsView.of(stored, standing.judgedViewers())))
            .orElse(null),
        score.map(CreativeScore::headlines).orElse(null),
        VideoView.of(standing.video()),
        creative.isScript());
  }
}
