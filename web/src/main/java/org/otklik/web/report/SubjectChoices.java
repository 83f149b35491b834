package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.comparison.SegmentService;
import org.otklik.analysis.viewing.ViewerGroup;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.report.request.ReportSubject;
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

  private List<Creative> creatives;
  private List<String> pairs;

  public List<Creative> creatives(UUID campaign) {
    if (creatives == null) {
      creatives = campaigns.creatives(me.get(), campaign);
    }
    return creatives;
  }

  /** As {@code name:value}. */
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

  private String name(ReportSubject subject, ViewerGroup group) {
    String segment =
        group.segment().entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(", "));
    String creative =
        creatives(subject.campaign().publicId()).stream()
            .filter(one -> one.publicId().equals(group.creative()))
            .map(Creative::name)
            .findFirst()
            .orElse("");
    if (creative.isEmpty() && segment.isEmpty()) {
      return wording.of("subject.everybody");
    }
    return creative.isEmpty() || segment.isEmpty() ? creative + segment : creative + ", " + segment;
  }
}
