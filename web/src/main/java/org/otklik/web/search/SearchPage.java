package org.otklik.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.problem.ProblemException;
import org.otklik.search.SearchHit;
import org.otklik.search.SearchKind;
import org.otklik.search.SearchRequest;
import org.otklik.search.SearchResult;
import org.otklik.search.SearchService;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code search.xhtml}: everything by a part of its name. */
@Named
@RequestScoped
public class SearchPage {
  private static final int SHOWN = 20;

  @Inject private SearchService search;
  @Inject private CurrentActor me;
  @Inject private Wording wording;

  private String text;
  private List<SearchResult> results = List.of();
  private String problem;

  /** Without a text there is only the field. */
  public void open() {
    if (text == null || text.isBlank()) {
      return;
    }
    try {
      results = search.search(me.get(), new SearchRequest(text, SHOWN));
    } catch (ProblemException e) {
      problem = wording.of("search.too-short");
    }
  }

  /** The page of a hit, within the portal. */
  public String address(SearchHit hit) {
    return switch (hit.kind()) {
      case CAMPAIGN -> "/campaign.xhtml?id=" + hit.id();
      case CREATIVE -> "/creative.xhtml?id=" + hit.id();
      case RECORDING -> "/viewing.xhtml?id=" + hit.id();
      case STUDY ->
          me.isUploading()
              ? "/study-plan.xhtml?study=" + hit.id()
              : "/studies.xhtml?campaign=" + hit.campaignId();
      case SCHEDULE -> "/schedule.xhtml?campaign=" + hit.campaignId() + "&schedule=" + hit.id();
      case REPORT -> "/reports.xhtml?campaign=" + hit.campaignId();
    };
  }

  /** What stands beside the name: of a campaign only the client. */
  public String place(SearchHit hit) {
    String place = hit.campaignName() + " · " + hit.clientName();
    if (hit.kind() == SearchKind.CAMPAIGN) {
      return hit.clientName();
    }
    return hit.about() == null ? place : hit.about() + " · " + place;
  }

  public boolean isAsked() {
    return text != null && !text.isBlank() && problem == null;
  }

  public List<SearchResult> getResults() {
    return results;
  }

  /** Why nothing was looked for; null where it was. */
  public String getProblem() {
    return problem;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
