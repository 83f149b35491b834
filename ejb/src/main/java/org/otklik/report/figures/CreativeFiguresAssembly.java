package org.otklik.report.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.comparison.NormService;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.annotation.CommentService;
import org.otklik.annotation.CreativeComment;
import org.otklik.annotation.MarkService;
import org.otklik.campaign.Creative;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.Moment;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.Polarity;
import org.otklik.identity.Actor;
import org.otklik.metric.GroupResult;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.QualityGrade;
import org.otklik.storage.MediaStore;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.trailer.cut.TrailerShot;

/** Gathers from the stored results what a report shows of one creative. */
@ApplicationScoped
public class CreativeFiguresAssembly {
  @Inject private ResultService results;
  @Inject private NormService norms;
  @Inject private CommentService comments;
  @Inject private MarkService marks;
  @Inject private TrailerService trailers;
  @Inject private VoiceService voices;
  @Inject private MediaStore store;

  /** Each takes a page or two. */
  private static final int MAX_TRAILERS = 3;

  /** Of too few viewers there is no index, no key figure, no moment and no peak. */
  CreativeFigures of(Creative creative) {
    UUID id = creative.publicId();
    Optional<CreativeScore> score = results.score(Actor.JOB, id);
    GroupResult everybody = results.everybody(Actor.JOB, id);
    boolean enough = everybody.score().viewers() >= creative.campaign().leastGroupSize();
    Optional<CreativeScore> shown = score.filter(known -> enough);
    return new CreativeFigures(
        creative.name(),
        creative.durationMs(),
        shown.flatMap(CreativeFiguresAssembly::index),
        shown.flatMap(
            known ->
                everybody.score().emotionalNps().map(nps -> NpsRange.of(nps, known.emoNpsK()))),
        shown.map(CreativeScore::headlines).orElse(null),
        enough ? norms.norms(Actor.JOB, id).norms() : Map.of(),
        results.curve(Actor.JOB, id),
        pictures(creative),
        enough ? moments(id) : List.of(),
        emotions(
            everybody.emotionShares(),
            enough ? results.peaks(Actor.JOB, id) : Map.of(),
            results.settings(Actor.JOB, id).polarity()),
        viewings(id, ViewerSegment.EVERYBODY),
        comments(id),
        marks(id),
        trailers(id),
        voices.creative(Actor.JOB, id, ViewerSegment.EVERYBODY).shown());
  }

  private List<CreativeFigures.CommentLine> comments(UUID creativeId) {
    return comments.comments(Actor.JOB, creativeId).stream()
        .filter(CreativeComment::isInReport)
        .map(comment -> new CreativeFigures.CommentLine(comment.atMs(), comment.content()))
        .toList();
  }

  private List<CreativeFigures.MarkLine> marks(UUID creativeId) {
    return marks.marks(Actor.JOB, creativeId).stream()
        .map(
            mark ->
                new CreativeFigures.MarkLine(
                    mark.lane(), mark.name(), mark.beginMs(), mark.endMs(), mark.note()))
        .toList();
  }

  private List<CreativeFigures.TrailerLine> trailers(UUID creativeId) {
    return trailers.trailers(Actor.JOB, creativeId).stream()
        .limit(MAX_TRAILERS)
        .map(
            trailer ->
                new CreativeFigures.TrailerLine(
                    trailer.name(),
                    trailer.pValue(),
                    trailer.lengthMs(),
                    trailer.shots().stream().map(TrailerShot::scored).toList()))
        .toList();
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

  /** The creative's pictures, second → JPEG. */
  NavigableMap<Integer, byte[]> pictures(Creative creative) {
    NavigableMap<Integer, byte[]> pictures = new TreeMap<>();
    results
        .pictures(Actor.JOB, creative.publicId())
        .forEach((second, sha256) -> pictures.put(second, read(sha256)));
    return pictures;
  }

  private byte[] read(String sha256) {
    try {
      return store.read(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored picture cannot be read: " + sha256, e);
    }
  }

  private List<Moment> moments(UUID creativeId) {
    return results.moments(Actor.JOB, creativeId).stream()
        .sorted(Comparator.comparingInt(Moment::startSecond).thenComparing(Moment::kind))
        .toList();
  }

  public static List<CreativeFigures.EmotionFigures> emotions(
      Map<Emotion, Double> shares, Map<Emotion, List<EmotionPeak>> peaks, Polarity polarity) {
    return Arrays.stream(Emotion.values())
        .map(
            emotion ->
                new CreativeFigures.EmotionFigures(
                    emotion,
                    polarity.groupOf(emotion),
                    shares.isEmpty() ? null : shares.getOrDefault(emotion, 0.0),
                    peaks.getOrDefault(emotion, List.of())))
        .toList();
  }

  /** The analysed viewings of those in the segment. */
  List<CreativeFigures.ViewingLine> viewings(UUID creativeId, ViewerSegment segment) {
    double coverageLimit = results.settings(Actor.JOB, creativeId).trace().coverageLimit();
    return results.viewings(Actor.JOB, creativeId).stream()
        .filter(viewing -> viewing.outcome() != null)
        .filter(viewing -> segment.matches(viewing.segments()))
        .map(viewing -> line(viewing, coverageLimit))
        .toList();
  }

  private static CreativeFigures.ViewingLine line(ViewingView viewing, double coverageLimit) {
    return new CreativeFigures.ViewingLine(
        viewing.viewerCode(),
        viewing.segments().values().stream().collect(Collectors.joining(", ")),
        viewing.outcome(),
        viewing.coverage(),
        viewing.attention(),
        QualityGrade.of(viewing.coverage(), viewing.attention(), coverageLimit),
        viewing.observedSeconds(),
        viewing.positiveSeconds(),
        viewing.negativeSeconds(),
        viewing.reason());
  }
}
