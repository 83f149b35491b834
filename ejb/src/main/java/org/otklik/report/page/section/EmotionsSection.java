package org.otklik.report.page.section;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.curve.EmotionPeak;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.ShareBar;
import org.otklik.report.drawing.Sparkline;
import org.otklik.report.figures.CreativeFigures.EmotionFigures;
import org.otklik.report.wording.ReportWording;

/** One row for each of the seven emotions. */
public final class EmotionsSection {

  private static final int FRAMES = 4;

  private final CreativePages pages;

  private EmotionsSection(CreativePages pages) {
    this.pages = pages;
  }

  public static Section of(CreativePages pages) {
    EmotionsSection section = new EmotionsSection(pages);
    List<Map<String, ?>> rows =
        Arrays.stream(Emotion.values()).<Map<String, ?>>map(section::row).toList();
    return new Section("emotions", Map.of("title", pages.title("emotions.title")), rows);
  }

  private Map<String, Object> row(Emotion emotion) {
    ReportWording wording = pages.wording();
    EmotionFigures figures =
        pages.creative().emotions().stream()
            .filter(known -> known.emotion() == emotion)
            .findFirst()
            .orElse(unknown(emotion));
    EmotionGroup group = figures.group();
    List<EmotionPeak> peaks = figures.peaks().subList(0, Math.min(FRAMES, figures.peaks().size()));
    Map<String, Object> row = new HashMap<>();
    row.put("emotion", wording.name(emotion));
    row.put("group", wording.name(group));
    row.put("share", wording.percent(figures.shareOfTime()));
    row.put("bar", new ShareBar(figures.shareOfTime(), colour(group)));
    row.put("line", line(emotion, peaks, colour(group)));
    row.put("noPeaks", peaks.isEmpty());
    for (int i = 0; i < peaks.size(); i++) {
      EmotionPeak peak = peaks.get(i);
      row.put("picture" + (i + 1), pages.picture(peak.second()));
      row.put(
          "caption" + (i + 1),
          wording.text("emotions.peak", wording.clock(peak.second()), wording.points(peak.lift())));
    }
    return row;
  }

  private static EmotionFigures unknown(Emotion emotion) {
    return new EmotionFigures(emotion, Polarity.STANDARD.groupOf(emotion), null, List.of());
  }

  private Sparkline line(Emotion emotion, List<EmotionPeak> peaks, Color colour) {
    List<Double> levels = new ArrayList<>();
    pages
        .creative()
        .curve()
        .forEach(
            second ->
                levels.add(second.n() == 0 ? null : second.meanScores().probability(emotion)));
    Set<Integer> marked = peaks.stream().map(EmotionPeak::second).collect(Collectors.toSet());
    return new Sparkline(levels, marked, colour);
  }

  private Color colour(EmotionGroup group) {
    return group == EmotionGroup.NEUTRAL
        ? Palette.MUTED
        : pages.pages().facts().palette().of(group);
  }
}
