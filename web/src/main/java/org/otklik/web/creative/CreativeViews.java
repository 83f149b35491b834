package org.otklik.web.creative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.analysis.CreativeScore;
import org.otklik.analysis.ResultService;
import org.otklik.analysis.ViewingView;
import org.otklik.campaign.Creative;
import org.otklik.campaign.SummaryState;
import org.otklik.film.FilmService;
import org.otklik.web.film.FilmView;

/** Puts a creative's view together from the services. */
@ApplicationScoped
public class CreativeViews {
  @Inject private ResultService results;
  @Inject private FilmService films;

  public CreativeView of(Actor actor, Creative creative) {
    return of(actor, creative, results.viewings(actor, creative.publicId()));
  }

  CreativeView of(Actor actor, Creative creative, List<ViewingView> viewings) {
    UUID id = creative.publicId();
    RecordingCountsView counts = RecordingCountsView.of(viewings);
    Optional<CreativeScore> score = results.score(actor, id);
    return new CreativeView(
        id,
        creative.campaign().publicId(),
        creative.name(),
        creative.durationMs(),
        creative.durationSeconds(),
        creative.widthPx(),
        creative.heightPx(),
        creative.createdAt(),
        creative.summaryState(),
        creative.summarisedAt(),
        creative.summaryState() == SummaryState.CURRENT && counts.unfinished() == 0,
        counts,
        score.map(EeiView::of).orElse(null),
        score.isEmpty()
            ? null
            : results
                .creativeNps(actor, id)
                .map(nps -> EmoNpsView.of(nps, score.get().emoNpsK()))
                .orElse(null),
        score.map(CreativeScore::headlines).orElse(null),
        FilmView.of(films.condition(creative)));
  }
}
