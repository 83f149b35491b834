package org.otklik.report.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.run.UsedModel;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.branding.BrandingService;
import org.otklik.branding.ClientBranding;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.recording.RecordingSource;
import org.otklik.report.request.Chapter;
import org.otklik.settings.MetricSettings;
import org.otklik.settings.ServerSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.track.ViewerTracks;

/** Gathers what a report tells of itself: settings and models behind its figures. */
@ApplicationScoped
class ReportFactsAssembly {
  @Inject private ResultService results;
  @Inject private VoiceService voices;
  @Inject private ServerSettings settings;
  @Inject private BrandingService brandings;

  /**
   * @param creatives whose figures the report shows
   * @param chapters that it is to have; empty: those of the client's template
   */
  ReportFacts of(
      Campaign campaign, List<Creative> creatives, ZoneId zone, Optional<List<Chapter>> chapters) {
    ClientBranding template = brandings.ofReports(campaign.client());
    return new ReportFacts(
        campaign.name(),
        campaign.client().name(),
        Instant.now(),
        dataAsOf(creatives),
        zone,
        results.progress(creatives),
        campaign.leastGroupSize(),
        campaign.isSynthetic(),
        campaign.isOfCalls(),
        settings(creatives),
        models(creatives),
        template.branding(),
        Set.copyOf(chapters.orElse(template.chapters())));
  }

  private Instant dataAsOf(List<Creative> creatives) {
    return creatives.stream()
        .flatMap(creative -> results.score(Actor.JOB, creative.publicId()).stream())
        .map(CreativeScore::computedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Those that the figures were computed with, whatever holds by now. */
  private List<Setting> settings(List<Creative> creatives) {
    Set<Setting> lines = new LinkedHashSet<>();
    creatives.stream()
        .flatMap(creative -> results.sampleRates(Actor.JOB, creative.publicId()).stream())
        .forEach(rate -> lines.add(new Setting("sampleHz", rate)));
    corrections(creatives, lines);
    creatives.forEach(creative -> metric(creative.publicId(), lines));
    lines.add(new Setting("leastTrackMs", ViewerTracks.STANDARD_MIN_TRACK_MS));
    counted(creatives, "videosDeleted", ViewingView::videoDeletedAt, lines);
    counted(creatives, "framesDeleted", ViewingView::framesDeletedAt, lines);
    counted(
        creatives,
        "liveShowings",
        viewing -> viewing.source() == RecordingSource.LIVE_SHOWING ? viewing.uploadedAt() : null,
        lines);
    return List.copyOf(lines);
  }

  private void metric(UUID creativeId, Set<Setting> lines) {
    MetricSettings metric = results.settings(Actor.JOB, creativeId);
    lines.add(new Setting("stateThreshold", metric.stateThreshold()));
    lines.add(new Setting("coverageLimit", metric.trace().coverageLimit()));
    lines.add(new Setting("leastTraceShare", metric.trace().leastTraceShare()));
    lines.add(new Setting("leastTraceSeconds", metric.trace().leastTraceSeconds()));
    results
        .score(Actor.JOB, creativeId)
        .ifPresent(
            score -> {
              lines.add(new Setting("k", score.emoNpsK()));
              lines.add(new Setting("settingsVersion", score.settingsVersion()));
            });
    lines.add(new Setting("polarity", metric.polarity()));
  }

  private void corrections(List<Creative> creatives, Set<Setting> lines) {
    boolean baseline = false;
    long tooShort = 0;
    for (Creative creative : creatives) {
      for (CorrectionSettings correction : results.corrections(Actor.JOB, creative.publicId())) {
        lines.add(new Setting("baseline", correction.baseline()));
        if (correction.baselineSeconds() != null) {
          lines.add(new Setting("baselineSeconds", correction.baselineSeconds()));
        }
        lines.add(new Setting("smoothingMs", correction.smoothingMs()));
        baseline |= correction.baseline() != BaselineMethod.NONE;
      }
      tooShort +=
          results.viewings(Actor.JOB, creative.publicId()).stream()
              .filter(viewing -> viewing.baseline() == BaselineState.TOO_SHORT)
              .count();
    }
    if (baseline) {
      lines.add(new Setting("baselineTooShort", tooShort));
    }
  }

  /** Figures of recordings of which something is not there cannot be checked by it. */
  private void counted(
      List<Creative> creatives,
      String name,
      Function<ViewingView, Instant> since,
      Set<Setting> lines) {
    long count =
        creatives.stream()
            .flatMap(creative -> results.viewings(Actor.JOB, creative.publicId()).stream())
            .filter(viewing -> since.apply(viewing) != null)
            .count();
    if (count > 0) {
      lines.add(new Setting(name, count));
    }
  }

  /** The cards of the models that were used; a model replaced since is named without its card. */
  private List<ModelFacts> models(List<Creative> creatives) {
    List<ModelCard> cards =
        Stream.of("face-detector", "emotion-classifier", "voice-emotion")
            .map(settings.modelsFolder()::resolve)
            .filter(Files::isDirectory)
            .map(ModelCard::in)
            .toList();
    return creatives.stream()
        .map(Creative::publicId)
        .flatMap(
            id ->
                Stream.concat(
                    results.models(Actor.JOB, id).stream(), voices.models(Actor.JOB, id).stream()))
        .distinct()
        .map(used -> facts(used, cards))
        .toList();
  }

  private static ModelFacts facts(UsedModel used, List<ModelCard> cards) {
    return cards.stream()
        .filter(card -> card.sha256().equals(used.sha256()))
        .findFirst()
        .map(ReportFactsAssembly::facts)
        .orElseGet(() -> new ModelFacts(used.name(), "", "", "", Map.of(), used.sha256(), true));
  }

  private static ModelFacts facts(ModelCard card) {
    return new ModelFacts(
        card.name(),
        card.version(),
        card.licence(),
        card.trainingData().stream()
            .map(ModelCard.TrainingSet::name)
            .collect(Collectors.joining("; ")),
        card.accuracyByClass(),
        card.sha256(),
        false);
  }
}
