package org.otklik.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.access.Actor;
import org.otklik.analysis.CreativeScore;
import org.otklik.analysis.ResultService;
import org.otklik.analysis.UsedModel;
import org.otklik.analysis.ViewingView;
import org.otklik.campaign.Creative;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.Polarity;
import org.otklik.metric.IndexInterval;
import org.otklik.settings.MetricSettings;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.MediaStore;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.timeline.EmotionPeak;
import org.otklik.timeline.Moment;
import org.otklik.vision.ModelCard;
import org.otklik.vision.ViewerTracks;

/** Gathers from the stored results what the PDF shows. */
@ApplicationScoped
class ReportAssembly {
  @Inject private ResultService results;
  @Inject private MediaStore store;
  @Inject private ServerSettings settings;

  CampaignReport of(Creative creative) {
    UUID id = creative.publicId();
    CreativeScore score = results.score(Actor.JOB, id).orElseThrow();
    MetricSettings metric = results.settings(Actor.JOB, id);
    return new CampaignReport(
        creative.campaign().name(),
        creative.campaign().client().name(),
        new CampaignReport.Creative(creative.name(), creative.durationMs()),
        Instant.now(),
        score.computedAt(),
        ZoneId.systemDefault(),
        creative.campaign().isSynthetic(),
        index(score),
        results.creativeNps(Actor.JOB, id).map(nps -> NpsRange.of(nps, score.emoNpsK())),
        score.headlines(),
        results.curve(Actor.JOB, id),
        pictures(id),
        moments(id),
        emotions(id, metric.polarity()),
        viewings(id),
        settings(id, score, metric),
        models(id));
  }

  private static Optional<IndexInterval> index(CreativeScore score) {
    return score.eei() == null
        ? Optional.empty()
        : Optional.of(
            new IndexInterval(
                score.eei(),
                score.eeiLow(),
                score.eeiHigh(),
                score.counted(),
                score.positive(),
                score.negative(),
                score.neutral(),
                score.excluded()));
  }

  private NavigableMap<Integer, byte[]> pictures(UUID creativeId) {
    NavigableMap<Integer, byte[]> pictures = new TreeMap<>();
    results
        .pictures(Actor.JOB, creativeId)
        .forEach((second, sha256) -> pictures.put(second, read(sha256)));
    return pictures;
  }

  private byte[] read(String sha256) {
    try {
      return Files.readAllBytes(store.open(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("A stored picture cannot be read: " + sha256, e);
    }
  }

  private List<Moment> moments(UUID creativeId) {
    return results.moments(Actor.JOB, creativeId).stream()
        .sorted(Comparator.comparingInt(Moment::startSecond))
        .toList();
  }

  private List<CampaignReport.EmotionFigures> emotions(UUID creativeId, Polarity polarity) {
    Map<Emotion, Double> shares = results.emotionShares(Actor.JOB, creativeId);
    Map<Emotion, List<EmotionPeak>> peaks = results.peaks(Actor.JOB, creativeId);
    return Arrays.stream(Emotion.values())
        .map(
            emotion ->
                new CampaignReport.EmotionFigures(
                    emotion,
                    polarity.groupOf(emotion),
                    shares.isEmpty() ? null : shares.getOrDefault(emotion, 0.0),
                    peaks.getOrDefault(emotion, List.of())))
        .toList();
  }

  private List<CampaignReport.ViewingLine> viewings(UUID creativeId) {
    return results.viewings(Actor.JOB, creativeId).stream()
        .filter(viewing -> viewing.outcome() != null)
        .map(ReportAssembly::line)
        .toList();
  }

  private static CampaignReport.ViewingLine line(ViewingView viewing) {
    return new CampaignReport.ViewingLine(
        viewing.viewerCode(),
        viewing.segments().values().stream().collect(Collectors.joining(", ")),
        viewing.outcome(),
        viewing.coverage(),
        viewing.observedSeconds(),
        viewing.positiveSeconds(),
        viewing.negativeSeconds(),
        viewing.reason());
  }

  /** Those that the figures were computed with, whatever holds by now. */
  private List<CampaignReport.Setting> settings(
      UUID creativeId, CreativeScore score, MetricSettings metric) {
    List<CampaignReport.Setting> lines = new ArrayList<>();
    for (double rate : results.sampleRates(Actor.JOB, creativeId)) {
      lines.add(new CampaignReport.Setting("sampleHz", rate));
    }
    corrections(creativeId, lines);
    lines.add(new CampaignReport.Setting("stateThreshold", metric.stateThreshold()));
    lines.add(new CampaignReport.Setting("coverageLimit", metric.trace().coverageLimit()));
    lines.add(new CampaignReport.Setting("leastTraceShare", metric.trace().leastTraceShare()));
    lines.add(new CampaignReport.Setting("leastTraceSeconds", metric.trace().leastTraceSeconds()));
    lines.add(new CampaignReport.Setting("k", score.emoNpsK()));
    lines.add(new CampaignReport.Setting("polarity", metric.polarity()));
    lines.add(new CampaignReport.Setting("settingsVersion", score.settingsVersion()));
    lines.add(new CampaignReport.Setting("leastTrackMs", ViewerTracks.STANDARD_LEAST_TRACK_MS));
    return lines;
  }

  private void corrections(UUID creativeId, List<CampaignReport.Setting> lines) {
    boolean baseline = false;
    for (CorrectionSettings correction : results.corrections(Actor.JOB, creativeId)) {
      lines.add(new CampaignReport.Setting("baseline", correction.baseline()));
      if (correction.baselineSeconds() != null) {
        lines.add(new CampaignReport.Setting("baselineSeconds", correction.baselineSeconds()));
      }
      lines.add(new CampaignReport.Setting("smoothingMs", correction.smoothingMs()));
      baseline |= correction.baseline() != BaselineMethod.NONE;
    }
    if (baseline) {
      long tooShort =
          results.viewings(Actor.JOB, creativeId).stream()
              .filter(viewing -> viewing.baseline() == BaselineState.TOO_SHORT)
              .count();
      lines.add(new CampaignReport.Setting("baselineTooShort", tooShort));
    }
  }

  /** The cards of the models that were used; a model replaced since is named without its card. */
  private List<CampaignReport.ModelFacts> models(UUID creativeId) {
    List<ModelCard> cards =
        Stream.of("face-detector", "emotion-classifier")
            .map(folder -> ModelCard.in(settings.modelsFolder().resolve(folder)))
            .toList();
    return results.models(Actor.JOB, creativeId).stream()
        .map(
            used ->
                cards.stream()
                    .filter(card -> card.sha256().equals(used.sha256()))
                    .findFirst()
                    .map(ReportAssembly::facts)
                    .orElseGet(() -> withoutCard(used)))
        .toList();
  }

  private static CampaignReport.ModelFacts facts(ModelCard card) {
    return new CampaignReport.ModelFacts(
        card.name(),
        card.version(),
        card.licence(),
        card.trainingData().stream()
            .map(ModelCard.TrainingSet::name)
            .collect(Collectors.joining("; ")),
        card.accuracyByClass(),
        card.sha256());
  }

  private static CampaignReport.ModelFacts withoutCard(UsedModel used) {
    return new CampaignReport.ModelFacts(used.name(), "", "", "", Map.of(), used.sha256());
  }
}
