package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.comparison.SegmentService;
import org.otklik.analysis.group.SegmentName;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.ReportSubject;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** What reports of a campaign can be about, and how that is called. */
@Named("subjects")
@RequestScoped
public class SubjectChoices {
  @Inject private CampaignService campaigns;
  @Inject private SegmentService segments;
  @Inject private CurrentActor me;
  @Inject private Wording wording;
  @Inject private Language language;

  private List<Creative> creatives;
  private List<Creative> comparable;
  private List<String> pairs;
  private final Map<UUID, String> others = new HashMap<>();

  public List<Creative> creatives(UUID campaign) {
    if (creatives == null) {
      creatives = campaigns.creatives(me.get(), campaign);
    }
    return creatives;
  }

  /** Of the client's other campaigns. */
  public List<Creative> others(UUID campaign) {
    if (comparable == null) {
      comparable = campaigns.comparableCreatives(me.get(), campaign);
    }
    return comparable;
  }

  /** As {@code name:value}, of the campaign's viewers. */
  public List<String> segments(UUID campaign) {
    if (pairs == null) {
      pairs =
          segments.attributes(me.get(), campaign).entrySet().stream()
              .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + ":" + value))
              .toList();
    }
    return pairs;
  }

  /** “Ad 20 s”, “whole campaign”, “sex: female – sex: male”. */
  public String name(ReportSubject subject) {
    return subject
        .compared()
        .map(
            groups ->
                wording.of(
                    "subject.compared",
                    name(subject, groups.first()),
                    name(subject, groups.second())))
        .orElseGet(
            () ->
                subject.creative().map(Creative::name).orElse(wording.of("subject.kind.CAMPAIGN")));
  }

  private String name(ReportSubject subject, UUID creative) {
    return creatives(subject.campaign().publicId()).stream()
        .filter(one -> one.publicId().equals(creative))
        .map(Creative::name)
        .findFirst()
        .orElseGet(() -> others.computeIfAbsent(creative, this::nameOfOther));
  }

  /** Reports outlive the creatives that they are about. */
  private String nameOfOther(UUID creative) {
    try {
      return label(campaigns.creative(me.get(), creative));
    } catch (ProblemException gone) {
      return wording.of("subject.creative-gone");
    }
  }

  /** “Ad 20 s · Spring”. */
  public String label(Creative creative) {
    return creative.name() + " · " + creative.campaign().name();
  }

  private String name(ReportSubject subject, ViewerGroup group) {
    String segment = SegmentName.of(group.viewers(), language.getLocale());
    String creative = group.creative() == null ? "" : name(subject, group.creative());
    if (creative.isEmpty() && segment.isEmpty()) {
      return wording.of("subject.everybody");
    }
    return creative.isEmpty() || segment.isEmpty() ? creative + segment : creative + ", " + segment;
  }
}
