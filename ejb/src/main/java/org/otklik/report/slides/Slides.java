package org.otklik.report.slides;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.otklik.report.branding.Palette;
import org.otklik.report.chart.ChartScale;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeReport;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.figures.SegmentFigures;
import org.otklik.report.page.section.Pages;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;

/** A report as slides. */
public final class Slides {
  private static final int MAX_SEGMENTS = 12;
  private static final Rectangle IMAGE = new Rectangle(572, 130, 340, 260);

  private final SlideDeck deck = new SlideDeck();
  private final ReportFacts facts;
  private final ReportWording wording;

  private Slides(ReportFacts facts, ReportWording wording) {
    this.facts = facts;
    this.wording = wording;
  }

  /** The presentation's bytes. */
  public static byte[] pptx(ReportContents contents, Locale locale) {
    Slides slides = new Slides(contents.facts(), contents.facts().wording(locale));
    if (contents instanceof CreativeReport report) {
      return slides.of(report);
    }
    return contents instanceof CampaignReport report
        ? slides.of(report)
        : slides.of((ComparisonReport) contents);
  }

  private byte[] of(CreativeReport report) {
    CreativeFigures creative = report.creative();
    String lines = wording.text("cover.campaign", Pages.printable(facts.campaignName()));
    cover(ReportKind.CREATIVE, creative.name(), lines, creative);
    new CreativeSlides(deck, facts, wording, creative, "").add();
    segments(report.segments());
    methods();
    return bytes(ReportKind.CREATIVE, creative.name());
  }

  private byte[] of(CampaignReport report) {
    List<CreativeFigures> creatives = report.creatives();
    cover(
        ReportKind.CAMPAIGN,
        facts.campaignName(),
        wording.count("creative", creatives.size()),
        creatives.stream().filter(one -> !one.frames().isEmpty()).findFirst().orElse(null));
    List<CreativeFigures> known =
        creatives.stream().filter(one -> one.index().isPresent()).toList();
    if (facts.has(Chapter.SUMMARY) && !known.isEmpty()) {
      CreativeFigures best =
          known.stream().reduce((one, other) -> eei(other) > eei(one) ? other : one).orElseThrow();
      XSLFSlide slide =
          deck.slide(
              wording.text(
                  "slide.creatives", Pages.printable(best.name()), wording.signed(eei(best))));
      SlideChart.on(
              deck,
              slide,
              SlideDeck.BODY,
              known.stream().map(one -> Pages.printable(one.name())).toList())
          .with(
              wording.text("figure.eei"),
              facts.palette().positive(),
              known.stream().map(Slides::eei).toList())
          .with(
              wording.text("figure.emo_nps"),
              Palette.SURPRISE,
              known.stream()
                  .map(one -> one.nps().map(nps -> nps.chosen().value()).orElse(null))
                  .toList())
          .bars(ChartScale.POINTS);
    }
    creatives.stream()
        .filter(one -> one.countedViewings() > 0)
        .forEach(
            one ->
                new CreativeSlides(deck, facts, wording, one, Pages.printable(one.name()) + ": ")
                    .add());
    segments(report.segments());
    methods();
    return bytes(ReportKind.CAMPAIGN, facts.campaignName());
  }

  private static Double eei(CreativeFigures creative) {
    return creative.index().orElseThrow().value();
  }

  private byte[] of(ComparisonReport report) {
    ComparisonSlides slides = new ComparisonSlides(deck, wording, report);
    cover(ReportKind.COMPARISON, facts.campaignName(), slides.groups(), null);
    slides.add();
    methods();
    return bytes(ReportKind.COMPARISON, facts.campaignName());
  }

  private void cover(ReportKind kind, String name, String lines, CreativeFigures pictured) {
    XSLFSlide slide = deck.slide(Pages.printable(name), new Rectangle(48, 150, 500, 120));
    SlideDeck.strong(
        slide,
        new Rectangle(48, 110, 500, 30),
        wording.text("report-kind." + kind.name()),
        14,
        facts.palette().accent());
    Pages pages = new Pages(facts, wording);
    SlideDeck.text(slide, new Rectangle(48, 280, 500, 80), pages.soFar(lines), 16, Palette.MUTED);
    SlideDeck.text(
        slide,
        new Rectangle(48, 380, 500, 60),
        Pages.printable(facts.clientName()) + "\n" + wording.date(facts.madeAt(), facts.zone()),
        14,
        Palette.INK);
    if (facts.branding().coverText() != null) {
      SlideDeck.text(
          slide,
          new Rectangle(572, 400, 340, 60),
          Pages.printable(facts.branding().coverText()),
          14,
          Palette.INK);
    }
    if (facts.viewersSynthetic()) {
      SlideDeck.strong(
          slide, new Rectangle(48, 450, 500, 30), wording.text("synthetic"), 12, Palette.SURPRISE);
    }
    byte[] own = facts.branding().cover();
    if (own != null) {
      deck.picture(slide, IMAGE, own, wording.text("cover.own"));
    } else if (pictured != null && !pictured.frames().isEmpty()) {
      deck.picture(
          slide,
          IMAGE,
          CreativeSlides.frame(pictured, CreativeSlides.bestSecond(pictured)),
          wording.text("cover.picture"));
    }
  }

  private void segments(List<SegmentFigures> segments) {
    List<SegmentFigures> shown =
        segments.stream()
            .filter(segment -> segment.index().isPresent())
            .limit(MAX_SEGMENTS)
            .toList();
    if (shown.isEmpty() || !facts.has(Chapter.SEGMENTS)) {
      return;
    }
    XSLFSlide slide = deck.slide(wording.text("slide.segments"));
    SlideChart.on(
            deck,
            slide,
            SlideDeck.BODY,
            shown.stream()
                .map(
                    one ->
                        Pages.printable(one.attribute() + ": " + one.value())
                            + ", n = "
                            + wording.integer(one.viewers()))
                .toList())
        .with(
            wording.text("figure.eei"),
            facts.palette().positive(),
            shown.stream().map(one -> Double.valueOf(one.index().orElseThrow().value())).toList())
        .bars(ChartScale.POINTS);
  }

  private void methods() {
    if (!facts.has(Chapter.METHODS)) {
      return;
    }
    XSLFSlide slide = deck.slide(wording.text("methods.title"));
    List<String> told = new ArrayList<>();
    for (String term : List.of("expression", "index", "nps", "keyFigures", "limits.sample")) {
      told.add(
          wording.text("methods." + term + ".term")
              + ". "
              + wording.text("methods." + term + ".text"));
    }
    SlideDeck.bullets(slide, SlideDeck.BODY, told, 14);
  }

  private byte[] bytes(ReportKind kind, String name) {
    return deck.bytes(
        Pages.printable(name) + " · " + wording.text("report-kind." + kind.name()),
        wording.text("brand"),
        wording.text("slide.footer"),
        facts.branding().logo() == null
            ? null
            : new SlideDeck.Logo(
                facts.branding().logo(),
                wording.text("cover.logo", Pages.printable(facts.clientName()))));
  }
}
