package org.otklik.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeFigures.CommentLine;
import org.otklik.report.figures.CreativeFigures.EmotionFigures;
import org.otklik.report.figures.CreativeFigures.MarkLine;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.figures.NpsRange;
import org.otklik.statistics.ShareInterval;
import org.otklik.trailer.ScoredShot;

/** The tables about creatives, one under another. */
final class CreativeTables {

  /** In the place of a creative; no name for machines. */
  private static final Word ALL = new Word("scores.all", "");

  private static final double MS = 1000;

  private final List<CreativeFigures> creatives;

  CreativeTables(List<CreativeFigures> creatives) {
    this.creatives = creatives;
  }

  /** One row a creative, and one for all of them where there are figures over all. */
  Table scores(Optional<IndexInterval> index, Optional<NpsRange> nps) {
    List<List<Object>> rows = new ArrayList<>();
    if (index.isPresent()) {
      rows.add(score(ALL, null, index, nps, new KeyFigures(null, null, null, null, null, null)));
    }
    for (CreativeFigures one : creatives) {
      rows.add(
          score(one.name(), one.durationMs() / 1000.0, one.index(), one.nps(), one.headlines()));
    }
    return new Table(
        "scores",
        new Columns()
            .text("creative")
            .seconds("duration_s")
            .whole("viewings", "excluded_viewings")
            .points("eei", "eei_low", "eei_high", "emo_nps", "emo_nps_low", "emo_nps_high")
            .whole("viewers")
            .share("attraction", "peak", "end", "impact", "expressiveness", "attention")
            .all(),
        rows);
  }

  /** What analysts marked. */
  Table marks() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      for (MarkLine mark : one.marks()) {
        rows.add(
            Table.row(
                one.name(),
                mark.lane(),
                mark.name(),
                mark.beginMs() / MS,
                mark.endMs() / MS,
                mark.note()));
      }
    }
    return new Table(
        "marks",
        new Columns()
            .text("creative", "lane", "mark_name")
            .seconds("start_s", "end_s")
            .text("note")
            .all(),
        rows);
  }

  /** What analysts have to say. */
  Table comments() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      for (CommentLine comment : one.comments()) {
        rows.add(
            Table.row(
                one.name(), comment.atMs() == null ? null : comment.atMs() / MS, comment.text()));
      }
    }
    return new Table(
        "comments", new Columns().text("creative").seconds("at_s").text("comment").all(), rows);
  }

  /** The shots of the newest trailers; empty where there are none. */
  Optional<Table> trailers() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      for (TrailerLine trailer : one.trailers()) {
        int number = 0;
        for (ScoredShot scored : trailer.shots()) {
          number++;
          rows.add(
              Table.row(
                  one.name(),
                  trailer.name(),
                  number,
                  scored.shot().beginMs() / MS,
                  scored.shot().endMs() / MS,
                  scored.score(),
                  scored.low(),
                  scored.high(),
                  scored.viewers(),
                  scored.isOutstanding()));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "trailers",
                new Columns()
                    .text("creative", "trailer")
                    .whole("shot")
                    .seconds("start_s", "end_s")
                    .decimal("response", "response_low", "response_high")
                    .whole("viewers")
                    .text("is_outstanding")
                    .all(),
                rows));
  }

  /** How viewers' voices sound; empty where none was analysed. */
  Optional<Table> voices() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.voice()
          .ifPresent(
              voice ->
                  rows.add(
                      Table.row(
                          one.name(),
                          voice.viewers(),
                          voice.seconds(),
                          voice.positive().mean(),
                          voice.positive().low(),
                          voice.positive().high(),
                          voice.negative().mean(),
                          voice.negative().low(),
                          voice.negative().high())));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "voices",
                new Columns()
                    .text("creative")
                    .whole("viewers")
                    .seconds("heard_s")
                    .share("voice_positive", "voice_positive_low", "voice_positive_high")
                    .share("voice_negative", "voice_negative_low", "voice_negative_high")
                    .all(),
                rows));
  }

  private static List<Object> score(
      Object name,
      Double seconds,
      Optional<IndexInterval> index,
      Optional<NpsRange> nps,
      KeyFigures headlines) {
    return Table.row(
        name,
        seconds,
        of(index, IndexInterval::n),
        of(index, IndexInterval::excluded),
        of(index, IndexInterval::value),
        of(index, IndexInterval::low),
        of(index, IndexInterval::high),
        of(nps, range -> range.chosen().value()),
        of(nps, range -> range.chosen().low()),
        of(nps, range -> range.chosen().high()),
        of(nps, NpsRange::n),
        headlines.attraction(),
        headlines.peak(),
        headlines.end(),
        headlines.impact(),
        headlines.expressiveness(),
        headlines.attention());
  }

  private static <F> Object of(Optional<F> figures, Function<F, Object> which) {
    return figures.map(which).orElse(null);
  }

  /** EmoNPS over the range of K. */
  Table emoNps(Optional<NpsRange> ofAll) {
    List<List<Object>> rows = new ArrayList<>();
    ofAll.ifPresent(nps -> rows.addAll(points(ALL, nps)));
    for (CreativeFigures one : creatives) {
      one.nps().ifPresent(nps -> rows.addAll(points(one.name(), nps)));
    }
    return new Table(
        "emo_nps",
        new Columns()
            .text("creative")
            .decimal("k")
            .points("emo_nps", "emo_nps_low", "emo_nps_high")
            .all(),
        rows);
  }

  private static List<List<Object>> points(Object name, NpsRange nps) {
    return nps.points().stream()
        .map(point -> Table.row(name, point.k(), point.value(), point.low(), point.high()))
        .toList();
  }

  /** Where figures stand among those of comparable creatives. */
  Table norms() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      new TreeMap<>(one.norms())
          .forEach(
              (figure, norm) ->
                  rows.add(
                      Table.row(
                          one.name(),
                          new Word("figure.", Names.key(figure)),
                          norm.percentile() / 100,
                          norm.n())));
    }
    return new Table(
        "norms",
        new Columns().text("creative", "figure").share("percentile").whole("others").all(),
        rows);
  }

  Table seconds() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.curve().forEach(second -> rows.add(second(one.name(), second)));
    }
    Columns columns = new Columns().text("creative").whole("second", "n");
    for (String group : List.of("positive", "negative", "neutral")) {
      columns.share(group + "_share", group + "_low", group + "_high");
    }
    columns.share("surprise_share").points("eei").decimal("valence", "arousal");
    for (Emotion emotion : Emotion.values()) {
      columns.decimal(Names.key(emotion) + "_probability");
    }
    return new Table("seconds", columns.all(), rows);
  }

  private static List<Object> second(String name, CreativeSecond second) {
    List<Object> row = new ArrayList<>(Table.row(name, second.second(), second.n()));
    for (EmotionGroup group :
        List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE, EmotionGroup.NEUTRAL)) {
      ShareInterval share = second.shares().get(group);
      row.addAll(
          share == null
              ? Collections.nCopies(3, null)
              : Table.row(share.share(), share.low(), share.high()));
    }
    row.addAll(
        Table.row(
            second.surpriseShare(), second.eei(), second.meanValence(), second.meanArousal()));
    for (Emotion emotion : Emotion.values()) {
      row.add(second.n() == 0 ? null : second.meanScores().probability(emotion));
    }
    return row;
  }

  /** How viewers' faces move; what is not known is empty. */
  Table movements() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.curve().forEach(second -> rows.add(movements(one.name(), second)));
    }
    Columns columns = new Columns().text("creative").whole("second", "n");
    for (FaceMovement movement : FaceMovement.values()) {
      columns.decimal(Names.key(movement));
    }
    return new Table("movements", columns.all(), rows);
  }

  private static List<Object> movements(String name, CreativeSecond second) {
    List<Object> row = new ArrayList<>(Table.row(name, second.second(), second.n()));
    FaceMovements known = second.n() == 0 ? null : second.meanScores().movements();
    for (FaceMovement movement : FaceMovement.values()) {
      row.add(known == null ? null : known.strength(movement));
    }
    return row;
  }

  Table moments() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.moments()
          .forEach(
              moment ->
                  rows.add(
                      Table.row(
                          one.name(),
                          moment.kind(),
                          moment.startSecond(),
                          moment.endSecond(),
                          moment.peakSecond(),
                          moment.peakShare(),
                          moment.baseline(),
                          moment.rise())));
    }
    return new Table(
        "moments",
        new Columns()
            .text("creative", "kind")
            .whole("start_s", "end_s", "peak_s")
            .share("peak_share", "baseline", "rise")
            .all(),
        rows);
  }

  Table emotions() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.emotions()
          .forEach(
              figures ->
                  rows.add(
                      Table.row(
                          one.name(), figures.emotion(), figures.group(), figures.shareOfTime())));
    }
    return new Table(
        "emotions",
        new Columns().text("creative", "emotion", "counts_as").share("share_of_time").all(),
        rows);
  }

  /** The seconds that triggered each emotion most. */
  Table peaks() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      for (EmotionFigures figures : one.emotions()) {
        for (int i = 0; i < figures.peaks().size(); i++) {
          EmotionPeak peak = figures.peaks().get(i);
          rows.add(
              Table.row(
                  one.name(),
                  figures.emotion(),
                  i + 1,
                  peak.second(),
                  peak.meanProbability(),
                  peak.lift()));
        }
      }
    }
    return new Table(
        "peaks",
        new Columns()
            .text("creative", "emotion")
            .whole("rank", "second")
            .decimal("mean_probability", "lift")
            .all(),
        rows);
  }

  Table viewings() {
    List<List<Object>> rows = new ArrayList<>();
    for (CreativeFigures one : creatives) {
      one.viewings()
          .forEach(
              line ->
                  rows.add(
                      Table.row(
                          one.name(),
                          line.viewerCode(),
                          line.segment(),
                          line.outcome(),
                          line.reason(),
                          line.grade(),
                          line.coverage(),
                          line.attention(),
                          line.observedSeconds(),
                          line.positiveSeconds(),
                          line.negativeSeconds())));
    }
    return new Table(
        "viewings",
        new Columns()
            .text("creative", "viewer", "segment", "outcome", "reason", "grade")
            .share("coverage", "attention")
            .seconds("observed_s", "positive_s", "negative_s")
            .all(),
        rows);
  }

  /** Every table about the creatives but their scores, in the order of the report. */
  List<Table> details() {
    return Arrays.asList(
        norms(), seconds(), moments(), emotions(), peaks(), movements(), viewings());
  }
}
