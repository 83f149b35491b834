package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.metric.KeyFigures;
import org.otklik.metric.Norm;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.wording.ReportWording;

/** A creative's page that a director reads alone. */
public final class SummarySection {

  private static final int MOMENTS = 3;

  private final CreativePages pages;
  private final CreativeFigures creative;
  private final ReportWording wording;
  private final Map<String, Object> parameters = new HashMap<>();

  private SummarySection(CreativePages pages) {
    this.pages = pages;
    this.creative = pages.creative();
    this.wording = pages.wording();
  }

  public static Section of(CreativePages pages) {
    SummarySection summary = new SummarySection(pages);
    summary.putTitle();
    summary.putFacts();
    summary.putHeadlines();
    List<Map<String, ?>> moments = summary.strongestMoments();
    CreativeFigures creative = pages.creative();
    return new Section(
        "summary",
        summary.parameters,
        moments,
        Map.of(
            "keyFigures",
            KeyFiguresSection.of(
                pages.pages(), creative.index(), creative.nps(), creative.countedViewings())));
  }

  private void putTitle() {
    ReportFacts facts = pages.pages().facts();
    String name = Pages.printable(creative.name());
    parameters.put("kind", wording.text("summary.kind"));
    parameters.put("name", name);
    parameters.put("bookmark", pages.whose() == null ? wording.text("summary.kind") : name);
    parameters.put(
        "line",
        pages
            .pages()
            .soFar(
                wording.text(
                    "creativeLine",
                    Pages.printable(facts.clientName()),
                    Pages.printable(facts.campaignName()))));
    parameters.put("synthetic", facts.viewersSynthetic());
  }

  private void putFacts() {
    pages.pages().putDates(parameters);
    parameters.put("length", wording.duration(creative.durationMs()));
    parameters.put("used", wording.integer(creative.countedViewings()));
    parameters.put("excluded", wording.integer(creative.excludedViewings()));
  }

  private void putHeadlines() {
    KeyFigures headlines = creative.headlines();
    parameters.put("attraction", wording.percent(headlines.attraction()));
    parameters.put("peak", wording.percent(headlines.peak()));
    parameters.put("end", wording.percent(headlines.end()));
    parameters.put("impact", wording.percent(headlines.impact()));
    parameters.put("expressiveness", wording.percent(headlines.expressiveness()));
    parameters.put("attention", wording.percent(headlines.attention()));
    creative
        .norms()
        .forEach(
            (figure, norm) ->
                parameters.put(
                    figure.name().toLowerCase(Locale.ROOT) + "Norm", norm(norm, wording)));
  }

  /** In words: above so many of the comparable creatives. */
  static String norm(Norm norm, ReportWording wording) {
    return wording.text(
        "norm", wording.percent(norm.percentile() / 100), wording.integer(norm.n()));
  }

  private List<Map<String, ?>> strongestMoments() {
    List<Moment> strongest = strongest(creative.moments());
    if (strongest.isEmpty()) {
      parameters.put("noMoments", wording.text(whyNoMoments()));
    }
    MomentCards cards = new MomentCards(pages);
    return strongest.stream().<Map<String, ?>>map(cards::card).toList();
  }

  /** What worked most and what hurt most, and the strongest of the rest; in the ad's order. */
  private static List<Moment> strongest(List<Moment> moments) {
    List<Moment> byRise =
        moments.stream().sorted(Comparator.comparingDouble(Moment::rise).reversed()).toList();
    List<Moment> chosen = new ArrayList<>();
    Stream.of(MomentKind.POSITIVE, MomentKind.NEGATIVE)
        .flatMap(kind -> byRise.stream().filter(moment -> moment.kind() == kind).limit(1))
        .forEach(chosen::add);
    byRise.stream()
        .filter(moment -> !chosen.contains(moment))
        .limit(MOMENTS - chosen.size())
        .forEach(chosen::add);
    chosen.sort(Comparator.comparingInt(Moment::startSecond));
    return chosen;
  }

  private String whyNoMoments() {
    if (creative.viewings().isEmpty()) {
      return "viewings.none";
    }
    if (creative.countedViewings() > 0 && creative.index().isEmpty()) {
      return "summary.few";
    }
    boolean nothing = creative.curve().stream().allMatch(second -> second.n() == 0);
    return nothing ? "summary.nothing" : "summary.noMoments";
  }
}
