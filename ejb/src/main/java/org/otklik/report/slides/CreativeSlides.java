package org.otklik.report.slides;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.report.branding.Palette;
import org.otklik.report.chart.ChartScale;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeFigures.CommentLine;
import org.otklik.report.figures.CreativeFigures.EmotionFigures;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.figures.NpsRange;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.page.section.Pages;
import org.otklik.report.request.Chapter;
import org.otklik.report.wording.ReportWording;
import org.otklik.trailer.ScoredShot;

/** The slides about one creative, each with what it shows as its title. */
final class CreativeSlides {
  private static final int MAX_MOMENTS = 4;
  private static final int COMMENTS_A_SLIDE = 5;
  private static final int MAX_LARGE_LENGTH = 5;
  private static final Rectangle FIGURE = new Rectangle(48, 130, 300, 90);
  private static final Rectangle FIGURE_NOTE = new Rectangle(48, 225, 300, 200);
  private static final Rectangle BESIDE = new Rectangle(372, 112, 540, 368);

  private static final int SHOTS_A_ROW = 4;
  private static final int SHOTS_A_SLIDE = 8;
  private static final Rectangle SHOT = new Rectangle(216, 184);
  private static final int SHOT_TEXT = 52;
  private static final int SHOT_GAP = 12;
  private static final Color[] MOVEMENT_COLOURS = {
    new Color(0x1F5FA8),
    new Color(0xD1711A),
    new Color(0x4D5866),
    new Color(0x9C1F1F),
    new Color(0x7A3F8F)
  };

  private final SlideDeck deck;
  private final ReportFacts facts;
  private final ReportWording wording;
  private final CreativeFigures creative;
  private final String prefix;

  /**
   * @param prefix of each title: whose slide it is, where there are several creatives
   */
  CreativeSlides(
      SlideDeck deck,
      ReportFacts facts,
      ReportWording wording,
      CreativeFigures creative,
      String prefix) {
    this.deck = deck;
    this.facts = facts;
    this.wording = wording;
    this.creative = creative;
    this.prefix = prefix;
  }

  void add() {
    if (facts.has(Chapter.SUMMARY)) {
      creative.index().ifPresentOrElse(this::index, this::noIndex);
      creative.nps().ifPresent(this::nps);
    }
    if (facts.has(Chapter.SUMMARY) && creative.index().isPresent()) {
      keyFigures(creative.headlines());
    }
    if (facts.has(Chapter.COMMENTS)) {
      comments();
    }
    boolean hasCurve = creative.curve().stream().anyMatch(second -> second.n() > 0);
    if (facts.has(Chapter.CURVE) && hasCurve) {
      curve();
    }
    if (facts.has(Chapter.EMOTIONS) && hasCurve) {
      emotionCurves();
    }
    if (facts.has(Chapter.MOMENTS)) {
      moments();
    }
    if (facts.has(Chapter.EMOTIONS)) {
      emotions();
    }
    if (facts.has(Chapter.MOVEMENTS) && hasCurve) {
      movements();
    }
    if (facts.has(Chapter.TRAILERS)) {
      creative.trailers().forEach(this::trailer);
    }
  }

  private XSLFSlide slide(String message) {
    return deck.slide(prefix + message);
  }

  private void noIndex() {
    XSLFSlide slide = slide(wording.text("figure.eei.name"));
    String why =
        creative.countedViewings() == 0
            ? wording.text("index.absent")
            : wording.text("index.withheld", wording.integer(facts.minGroupSize()));
    SlideDeck.text(slide, SlideDeck.BODY, why, 20, Palette.INK);
  }

  private void index(IndexInterval index) {
    XSLFSlide slide = slide(wording.text("slide.index", wording.signed(index.value())));
    figure(
        slide,
        wording.signed(index.value()),
        wording.interval(index.low(), index.high())
            + "\n"
            + wording.text("index.unit", wording.count("ofViewing", index.n())));
    counts(
        slide,
        List.of(
            wording.name(EmotionGroup.POSITIVE),
            wording.name(EmotionGroup.NEUTRAL),
            wording.name(EmotionGroup.NEGATIVE)),
        List.of(index.positive(), index.neutral(), index.negative()),
        wording.text("thing.VIEWINGS"));
  }

  private void nps(NpsRange nps) {
    NpsRange.Point chosen = nps.chosen();
    XSLFSlide slide = slide(wording.text("slide.nps", wording.signed(chosen.value())));
    figure(
        slide,
        wording.signed(chosen.value()),
        wording.interval(chosen.low(), chosen.high())
            + "\n"
            + wording.text(
                "nps.unit", wording.decimal(chosen.k(), 1, 2), wording.count("ofViewer", nps.n())));
    counts(
        slide,
        List.of(
            wording.text("viewers.ENGAGED"),
            wording.text("viewers.SILENT"),
            wording.text("viewers.CRITICAL")),
        List.of(nps.engaged(), nps.silent(), nps.critical()),
        wording.text("thing.VIEWERS"));
  }

  private void figure(XSLFSlide slide, String value, String note) {
    boolean isLong = value.length() > MAX_LARGE_LENGTH;
    SlideDeck.strong(slide, FIGURE, value, isLong ? 36 : 60, facts.palette().accent());
    SlideDeck.text(slide, FIGURE_NOTE, note, 16, Palette.MUTED);
  }

  private void counts(XSLFSlide slide, List<String> names, List<Integer> counts, String what) {
    int largest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
    SlideChart.on(deck, slide, BESIDE, names)
        .with(what, facts.palette().positive(), counts.stream().map(Integer::doubleValue).toList())
        .bars(ChartScale.counts(largest));
  }

  private void keyFigures(KeyFigures figures) {
    XSLFSlide slide =
        slide(
            wording.text(
                "slide.keyFigures",
                wording.percent(figures.peak()),
                wording.percent(figures.attention())));
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    put(names, values, "attraction", figures.attraction());
    put(names, values, "peak", figures.peak());
    put(names, values, "end", figures.end());
    put(names, values, "impact", figures.impact());
    put(names, values, "expressiveness", figures.expressiveness());
    put(names, values, "attention", figures.attention());
    SlideChart.on(deck, slide, SlideDeck.BODY, names)
        .with(wording.text("keyFigures.title"), facts.palette().positive(), values)
        .bars(ChartScale.SHARES);
  }

  private void put(List<String> names, List<Double> values, String key, Double value) {
    names.add(wording.text("figure." + key));
    values.add(value);
  }

  private void comments() {
    List<CommentLine> all = creative.comments();
    for (int from = 0; from < all.size(); from += COMMENTS_A_SLIDE) {
      List<String> told =
          all.subList(from, Math.min(all.size(), from + COMMENTS_A_SLIDE)).stream()
              .map(
                  comment ->
                      (comment.second() == null ? "" : wording.clock(comment.second()) + "  ")
                          + Pages.printable(comment.text()))
              .toList();
      SlideDeck.bullets(slide(wording.text("slide.comments")), SlideDeck.BODY, told, 18);
    }
  }

  private void curve() {
    Optional<CreativeSecond> best =
        creative.curve().stream()
            .filter(second -> second.n() > 0)
            .max(Comparator.comparingDouble(second -> share(second, EmotionGroup.POSITIVE)));
    XSLFSlide slide =
        slide(
            best.filter(second -> creative.index().isPresent())
                .map(
                    second ->
                        wording.text(
                            "slide.curve",
                            wording.clock(second.second()),
                            wording.percent(share(second, EmotionGroup.POSITIVE))))
                .orElse(wording.text("curve.title")));
    SlideChart chart =
        SlideChart.on(deck, slide, SlideDeck.BODY, clocks(creative.curve(), wording));
    for (EmotionGroup group : EmotionGroup.values()) {
      chart.with(
          wording.name(group),
          facts.palette().of(group),
          column(creative.curve(), second -> share(second, group)));
    }
    chart.lines(ChartScale.SHARES);
  }

  private void emotionCurves() {
    XSLFSlide slide = slide(wording.text("slide.emotionCurves"));
    SlideChart chart =
        SlideChart.on(deck, slide, SlideDeck.BODY, clocks(creative.curve(), wording));
    Color[] colors = {
      new Color(0xD1711A),
      new Color(0x9A8F00),
      new Color(0x00A087),
      Palette.STANDARD.positive(),
      new Color(0xB07C00),
      Palette.SURPRISE,
      Palette.NEUTRAL
    };
    for (Emotion emotion : Emotion.values()) {
      chart.with(
          wording.name(emotion),
          colors[emotion.ordinal()],
          column(creative.curve(), second -> second.meanScores().probability(emotion)));
    }
    chart.lines(ChartScale.SHARES);
  }

  static List<String> clocks(List<CreativeSecond> curve, ReportWording wording) {
    return curve.stream().map(second -> wording.clock(second.second())).toList();
  }

  /** Null where nobody was observed. */
  static List<Double> column(List<CreativeSecond> curve, Function<CreativeSecond, Double> figure) {
    return curve.stream().map(second -> second.n() == 0 ? null : figure.apply(second)).toList();
  }

  private static Double share(CreativeSecond second, EmotionGroup group) {
    return second.shares().get(group).share();
  }

  private void moments() {
    creative.moments().stream()
        .sorted(Comparator.comparingDouble(Moment::rise).reversed())
        .limit(MAX_MOMENTS)
        .sorted(Comparator.comparingInt(Moment::startSecond))
        .forEach(this::moment);
  }

  private void moment(Moment moment) {
    String span =
        wording.text(
            "moment.span", wording.clock(moment.startSecond()), wording.clock(moment.endSecond()));
    XSLFSlide slide = slide(wording.text("slide.moment", wording.name(moment.kind()), span));
    figure(
        slide,
        wording.points(moment.rise()),
        wording.text(
                "moment.peak." + moment.kind().name(),
                wording.clock(moment.peakSecond()),
                wording.percent(moment.peakShare()))
            + "\n"
            + wording.text("moment.median", wording.percent(moment.baseline())));
    if (!creative.frames().isEmpty()) {
      deck.picture(
          slide,
          BESIDE,
          frame(creative, moment.peakSecond()),
          wording.text("frame.alt", wording.clock(moment.peakSecond())));
    }
  }

  private void emotions() {
    List<EmotionFigures> known =
        creative.emotions().stream().filter(emotion -> emotion.shareOfTime() != null).toList();
    if (known.isEmpty()) {
      return;
    }
    EmotionFigures most =
        known.stream().max(Comparator.comparingDouble(EmotionFigures::shareOfTime)).orElseThrow();
    XSLFSlide slide =
        slide(
            wording.text(
                "slide.emotions",
                wording.name(most.emotion()),
                wording.percent(most.shareOfTime())));
    SlideChart.on(
            deck,
            slide,
            SlideDeck.BODY,
            known.stream().map(emotion -> wording.name(emotion.emotion())).toList())
        .with(
            wording.text("emotions.column.share"),
            facts.palette().positive(),
            known.stream().map(EmotionFigures::shareOfTime).toList())
        .bars(ChartScale.SHARES);
  }

  /** Only those that are known of all viewers in some second. */
  private void movements() {
    List<FaceMovement> known =
        Arrays.stream(FaceMovement.values())
            .filter(movement -> movement(movement).stream().anyMatch(Objects::nonNull))
            .toList();
    if (known.isEmpty()) {
      return;
    }
    SlideChart chart =
        SlideChart.on(
            deck,
            slide(wording.text("slide.movements")),
            SlideDeck.BODY,
            clocks(creative.curve(), wording));
    for (FaceMovement movement : known) {
      chart.with(wording.name(movement), MOVEMENT_COLOURS[movement.ordinal()], movement(movement));
    }
    chart.lines(ChartScale.SHARES);
  }

  private List<Double> movement(FaceMovement movement) {
    return column(
        creative.curve(),
        second -> {
          FaceMovements all = second.meanScores().movements();
          return all == null ? null : all.strength(movement);
        });
  }

  /** Its shots in their order, with frames where there are some; on as many slides as it takes. */
  private void trailer(TrailerLine trailer) {
    String title =
        wording.text(
            "slide.trailer",
            Pages.printable(trailer.name()),
            wording.decimal(trailer.lengthMs() / 1000.0, 1, 1),
            wording.integer(trailer.shots().size()));
    XSLFSlide slide = null;
    for (int i = 0; i < trailer.shots().size(); i++) {
      if (i % SHOTS_A_SLIDE == 0) {
        slide = slide(title);
      }
      shot(slide, i, trailer.shots().get(i));
    }
  }

  private void shot(XSLFSlide slide, int number, ScoredShot scored) {
    int place = number % SHOTS_A_SLIDE;
    int x = SlideDeck.BODY.x + place % SHOTS_A_ROW * SHOT.width;
    int y = SlideDeck.BODY.y + place / SHOTS_A_ROW * SHOT.height;
    int middle = (scored.shot().beginMs() + scored.shot().endMs()) / 2 / 1000;
    Rectangle picture =
        new Rectangle(x, y, SHOT.width - SHOT_GAP, SHOT.height - SHOT_TEXT - SHOT_GAP);
    if (!creative.frames().isEmpty()) {
      deck.picture(
          slide,
          picture,
          frame(creative, middle),
          wording.text("frame.alt", wording.clock(middle)));
    }
    String span =
        wording.text(
            "trailer.span",
            wording.decimal(scored.shot().beginMs() / 1000.0, 1, 1),
            wording.decimal(scored.shot().endMs() / 1000.0, 1, 1));
    String score =
        scored.score() == null
            ? ReportWording.ABSENT
            : wording.signed(scored.score(), 1)
                + (scored.low() == null
                    ? ""
                    : ", "
                        + wording.text(
                            "trailer.interval",
                            wording.signed(scored.low(), 1),
                            wording.signed(scored.high(), 1)));
    SlideDeck.text(
        slide,
        new Rectangle(x, y + picture.height, picture.width, SHOT_TEXT),
        (number + 1) + ". " + span + "\n" + score,
        11,
        Palette.INK);
  }

  /** Of its best moment; the first one where there is none. */
  static int bestSecond(CreativeFigures creative) {
    return creative.moments().stream()
        .filter(moment -> moment.kind() != MomentKind.NEGATIVE)
        .max(Comparator.comparingDouble(Moment::rise))
        .map(Moment::peakSecond)
        .orElse(0);
  }

  /** The frame there, or the nearest one before it, or the first. */
  static byte[] frame(CreativeFigures creative, int second) {
    return Optional.ofNullable(creative.frames().floorEntry(second))
        .orElseGet(() -> creative.frames().firstEntry())
        .getValue();
  }
}
