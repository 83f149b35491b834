package org.otklik.report.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.otklik.analysis.comparison.ComparedGroup;
import org.otklik.analysis.comparison.ComparedViewings;
import org.otklik.analysis.comparison.ComparisonService;
import org.otklik.analysis.comparison.SegmentScore;
import org.otklik.analysis.comparison.SegmentService;
import org.otklik.analysis.result.FigureSettings;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.metric.GroupResult;
import org.otklik.metric.ViewingSet;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.ReportKind;
import org.otklik.report.request.ReportSubject;
import org.otklik.survey.SurveyService;

/** Gathers from the stored results what a report shows. */
@ApplicationScoped
public class ReportAssembly {
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private SegmentService segments;
  @Inject private ComparisonService comparisons;
  @Inject private SurveyService surveys;
  @Inject private CreativeFiguresAssembly figures;
  @Inject private ReportFactsAssembly facts;

  /**
   * @param chapters that it is to have; empty: those of the client's template
   */
  public ReportContents of(ReportSubject subject, ZoneId zone, Optional<List<Chapter>> chapters) {
    return switch (subject.kind()) {
      case CREATIVE -> creative(subject.creative().orElseThrow(), zone, chapters);
      case CAMPAIGN -> campaign(subject.campaign(), zone, chapters);
      case COMPARISON ->
          comparison(subject.campaign(), subject.compared().orElseThrow(), zone, chapters);
    };
  }

  /**
   * @throws ProblemException while there is nothing to report
   */
  public void requireResults(ReportSubject subject) {
    if (subject.kind() == ReportKind.COMPARISON) {
      ComparedGroups groups = subject.compared().orElseThrow();
      comparisons.requireViewings(
          Actor.JOB, subject.campaign().publicId(), groups.first(), groups.second());
    } else if (creatives(subject).noneMatch(this::isSummarised)) {
      throw new ProblemException(ProblemCode.NOTHING_TO_REPORT);
    }
  }

  /**
   * While it is read, no summary may replace a figure. In one order, so that none waits in a
   * circle.
   */
  public void lock(ReportSubject subject) {
    creatives(subject).map(Creative::id).sorted().forEach(campaigns::lockCreative);
  }

  private Stream<Creative> creatives(ReportSubject subject) {
    if (subject.compared().isPresent()) {
      return groups(subject).stream().flatMap(group -> group.creatives().stream()).distinct();
    }
    return subject
        .creative()
        .map(Stream::of)
        .orElseGet(() -> campaigns.creatives(Actor.JOB, subject.campaign().publicId()).stream());
  }

  private List<ComparedGroup> groups(ReportSubject subject) {
    ComparedGroups groups = subject.compared().orElseThrow();
    return comparisons.groups(
        Actor.JOB, subject.campaign().publicId(), groups.first(), groups.second());
  }

  private boolean isSummarised(Creative creative) {
    return results.score(Actor.JOB, creative.publicId()).isPresent();
  }

  private CreativeReport creative(
      Creative creative, ZoneId zone, Optional<List<Chapter>> chapters) {
    Campaign campaign = creative.campaign();
    return new CreativeReport(
        facts.of(campaign, List.of(creative), zone, chapters),
        figures.of(creative),
        segments.ofCreative(Actor.JOB, creative.publicId()).stream()
            .map(ReportAssembly::segment)
            .toList());
  }

  private CampaignReport campaign(
      Campaign campaign, ZoneId zone, Optional<List<Chapter>> chapters) {
    UUID id = campaign.publicId();
    List<Creative> creatives = campaigns.creatives(Actor.JOB, id);
    VersionedScore ofAll = results.campaignScore(Actor.JOB, id);
    boolean enough = ofAll.score().viewers() >= campaign.leastGroupSize();
    return new CampaignReport(
        facts.of(campaign, creatives, zone, chapters),
        enough ? ofAll.score().eeiWithInterval() : Optional.empty(),
        enough ? nps(ofAll) : Optional.empty(),
        surveys.scores(Actor.JOB, id),
        creatives.stream().map(figures::of).toList(),
        segments.ofCampaign(Actor.JOB, id).stream().map(ReportAssembly::segment).toList());
  }

  private static Optional<NpsRange> nps(VersionedScore versioned) {
    double k = versioned.settings().metric().silentWeight();
    return versioned.score().emotionalNps().map(nps -> NpsRange.of(nps, k));
  }

  private static SegmentFigures segment(SegmentScore segment) {
    Optional<VersionedScore> shown = Optional.ofNullable(segment.score());
    return new SegmentFigures(
        segment.attribute(),
        segment.value(),
        segment.viewers(),
        shown.flatMap(versioned -> versioned.score().eeiWithInterval()),
        shown.flatMap(ReportAssembly::nps).map(NpsRange::chosen));
  }

  private ComparisonReport comparison(
      Campaign campaign, ComparedGroups groups, ZoneId zone, Optional<List<Chapter>> chapters) {
    ComparedViewings viewings =
        comparisons.viewings(Actor.JOB, campaign.publicId(), groups.first(), groups.second());
    List<Creative> shown =
        Stream.of(viewings.firstGroup(), viewings.secondGroup())
            .flatMap(group -> group.creatives().stream())
            .distinct()
            .toList();
    return new ComparisonReport(
        facts.of(campaign, shown, zone, chapters),
        shown.size() == 1,
        group(viewings, viewings.firstGroup(), viewings.first(), viewings.firstSeconds()),
        group(viewings, viewings.secondGroup(), viewings.second(), viewings.secondSeconds()),
        comparisons.compare(viewings),
        segments.differences(viewings));
  }

  private GroupFigures group(
      ComparedViewings compared, ComparedGroup group, ViewingSet viewings, int seconds) {
    FigureSettings used = compared.settings();
    GroupResult result =
        GroupResult.calculate(viewings, seconds, used.metric().trace(), used.metric().polarity());
    List<Creative> creatives = group.creatives();
    return new GroupFigures(
        name(group, compared.isOfTwoCampaigns()),
        group.group().viewers(),
        creatives.stream()
            .flatMap(one -> figures.viewings(one.publicId(), group.group().viewers()).stream())
            .toList(),
        result.score().eeiWithInterval(),
        nps(new VersionedScore(used, result.score())),
        result.meanValence() == null ? Double.NaN : result.meanValence(),
        result.headlines(),
        result.curve(),
        creatives.size() == 1 ? figures.pictures(creatives.get(0)) : new TreeMap<>(),
        result.moments(),
        CreativeFiguresAssembly.emotions(
            result.emotionShares(), result.peaks(), used.metric().polarity()));
  }

  /** By creative; with its campaign where there are two; null for all creatives of the only one. */
  private static String name(ComparedGroup group, boolean isOfTwoCampaigns) {
    String campaign = group.campaign().name();
    if (group.group().creative() == null) {
      return isOfTwoCampaigns ? campaign : null;
    }
    String creative = group.creatives().get(0).name();
    return isOfTwoCampaigns ? creative + " · " + campaign : creative;
  }
}
