package org.otklik.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.report.drawing.FrameImages;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.CreativeReport;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.page.section.CommentsSection;
import org.otklik.report.page.section.ComparedSegmentsSection;
import org.otklik.report.page.section.ComparisonSection;
import org.otklik.report.page.section.CoverSection;
import org.otklik.report.page.section.CreativePages;
import org.otklik.report.page.section.CurveSection;
import org.otklik.report.page.section.DifferenceSection;
import org.otklik.report.page.section.EmotionsSection;
import org.otklik.report.page.section.GroupNames;
import org.otklik.report.page.section.KeyFigureDifferencesSection;
import org.otklik.report.page.section.MethodsSection;
import org.otklik.report.page.section.MomentsSection;
import org.otklik.report.page.section.OverviewSection;
import org.otklik.report.page.section.Pages;
import org.otklik.report.page.section.Section;
import org.otklik.report.page.section.SegmentsSection;
import org.otklik.report.page.section.StretchesSection;
import org.otklik.report.page.section.SummarySection;
import org.otklik.report.page.section.TrailerSection;
import org.otklik.report.page.section.ViewingsSection;
import org.otklik.report.page.section.VoiceSection;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;

/**
 * Which sections a report has, in order.
 *
 * @param kind of report
 * @param name of what it is about, fit for a page
 */
record ReportSections(ReportKind kind, String name, List<Section> all) {

  static ReportSections of(ReportContents contents, ReportWording wording) {
    Pages pages = new Pages(contents.facts(), wording);
    if (contents instanceof CreativeReport report) {
      return of(pages, report);
    }
    return contents instanceof CampaignReport report
        ? of(pages, report)
        : of(pages, (ComparisonReport) contents);
  }

  private static ReportSections of(Pages pages, CreativeReport report) {
    ReportWording wording = pages.wording();
    CreativePages creative = CreativePages.alone(pages, report.creative());
    String name = Pages.printable(report.creative().name());
    String lines = wording.text("cover.campaign", Pages.printable(report.facts().campaignName()));
    List<Section> all = new ArrayList<>();
    all.add(CoverSection.of(pages, ReportKind.CREATIVE, name, lines, picture(creative)));
    all.addAll(about(creative));
    if (pages.has(Chapter.SEGMENTS)) {
      all.add(SegmentsSection.of(pages, report.segments()));
    }
    if (pages.has(Chapter.VIEWINGS)) {
      all.add(ViewingsSection.of(creative));
    }
    addMethods(all, pages, ReportKind.CREATIVE);
    return new ReportSections(ReportKind.CREATIVE, name, all);
  }

  private static List<Section> about(CreativePages creative) {
    List<Section> all = new ArrayList<>();
    Pages pages = creative.pages();
    if (pages.has(Chapter.SUMMARY)) {
      all.add(SummarySection.of(creative));
    }
    if (pages.has(Chapter.COMMENTS) && !creative.creative().comments().isEmpty()) {
      all.add(CommentsSection.of(creative));
    }
    addCurves(all, creative);
    if (pages.has(Chapter.VOICE)) {
      creative.creative().voice().ifPresent(one -> all.add(VoiceSection.of(creative, one)));
    }
    if (pages.has(Chapter.TRAILERS)) {
      creative.creative().trailers().forEach(one -> all.add(TrailerSection.of(creative, one)));
    }
    return all;
  }

  private static void addCurves(List<Section> all, CreativePages creative) {
    if (creative.pages().has(Chapter.CURVE)) {
      all.add(CurveSection.of(creative));
    }
    if (creative.pages().has(Chapter.MOMENTS)) {
      all.add(MomentsSection.of(creative));
    }
    if (creative.pages().has(Chapter.EMOTIONS)) {
      all.add(EmotionsSection.of(creative));
    }
    if (creative.pages().has(Chapter.MOVEMENTS)) {
      all.add(CurveSection.ofMovements(creative));
    }
  }

  private static void addMethods(List<Section> all, Pages pages, ReportKind kind) {
    if (pages.has(Chapter.METHODS)) {
      all.add(MethodsSection.of(pages, kind));
    }
  }

  /** The frame of the ad's best moment; of its first second where there is none. */
  private static Renderable picture(CreativePages creative) {
    int second =
        creative.creative().moments().stream()
            .filter(moment -> moment.kind() != MomentKind.NEGATIVE)
            .max(Comparator.comparingDouble(Moment::rise))
            .map(Moment::peakSecond)
            .orElse(0);
    return creative.creative().frames().isEmpty() ? null : creative.picture(second);
  }

  private static ReportSections of(Pages pages, CampaignReport report) {
    ReportWording wording = pages.wording();
    String name = Pages.printable(report.facts().campaignName());
    List<CreativePages> creatives =
        report.creatives().stream()
            .map(
                creative ->
                    CreativePages.of(
                        pages,
                        creative,
                        wording.text("group.creative", Pages.printable(creative.name()))))
            .toList();
    String lines = wording.count("creative", creatives.size());
    Renderable picture =
        creatives.stream()
            .filter(creative -> !creative.creative().frames().isEmpty())
            .findFirst()
            .map(ReportSections::picture)
            .orElse(null);
    List<Section> all = new ArrayList<>();
    all.add(CoverSection.of(pages, ReportKind.CAMPAIGN, name, lines, picture));
    if (pages.has(Chapter.SUMMARY)) {
      all.add(OverviewSection.of(pages, report, creatives));
    }
    creatives.stream()
        .filter(creative -> creative.creative().countedViewings() > 0)
        .forEach(creative -> all.addAll(about(creative)));
    if (pages.has(Chapter.SEGMENTS)) {
      all.add(SegmentsSection.of(pages, report.segments()));
    }
    if (pages.has(Chapter.VIEWINGS)) {
      creatives.forEach(creative -> all.add(ViewingsSection.of(creative)));
    }
    addMethods(all, pages, ReportKind.CAMPAIGN);
    return new ReportSections(ReportKind.CAMPAIGN, name, all);
  }

  private static ReportSections of(Pages pages, ComparisonReport report) {
    ReportWording wording = pages.wording();
    String name = Pages.printable(report.facts().campaignName());
    String lines =
        wording.text(
            "cover.compared",
            GroupNames.of(report.first(), wording),
            GroupNames.of(report.second(), wording));
    List<Section> all = new ArrayList<>();
    all.add(CoverSection.of(pages, ReportKind.COMPARISON, name, lines, picture(report)));
    boolean hasSeconds = !report.comparison().seconds().isEmpty();
    if (pages.has(Chapter.SUMMARY)) {
      all.add(ComparisonSection.of(pages, report));
    }
    if (pages.has(Chapter.SUMMARY) && hasSeconds) {
      all.add(KeyFigureDifferencesSection.of(pages, report));
    }
    if (pages.has(Chapter.CURVE) && hasSeconds) {
      all.add(DifferenceSection.of(pages, report));
      all.add(StretchesSection.of(pages, report));
    }
    if (pages.has(Chapter.SEGMENTS) && !report.segments().isEmpty()) {
      all.add(ComparedSegmentsSection.of(pages, report.segments()));
    }
    for (GroupFigures group : List.of(report.first(), report.second())) {
      CreativePages ofGroup =
          CreativePages.of(pages, group.figures(), GroupNames.of(group, wording));
      if (!group.curve().isEmpty()) {
        addCurves(all, ofGroup);
      }
      if (pages.has(Chapter.VIEWINGS)) {
        all.add(ViewingsSection.of(ofGroup));
      }
    }
    addMethods(all, pages, ReportKind.COMPARISON);
    return new ReportSections(ReportKind.COMPARISON, name, all);
  }

  /** What both saw when they differed most; null where they saw different ads. */
  private static Renderable picture(ComparisonReport report) {
    if (!report.sameAd() || report.first().frames().isEmpty()) {
      return null;
    }
    int second =
        report.comparison().seconds().stream()
            .filter(SecondDifference::isDifferent)
            .max(Comparator.comparingDouble(one -> Math.abs(one.difference().value())))
            .map(SecondDifference::second)
            .orElse(0);
    return new FrameImages(report.first().frames()).at(second);
  }
}
