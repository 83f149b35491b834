package org.otklik.web.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.search.SearchHit;
import org.otklik.search.SearchKind;
import org.otklik.search.SearchResult;

/** What was found of one kind. */
@Schema(name = "SearchResult")
public record SearchResultView(
    SearchKind kind,
    @Schema(description = "The newest first.") List<Hit> hits,
    @Schema(description = "Whether there are others: look for more of the name.") boolean isMore) {

  /** Something that was found. */
  @Schema(name = "SearchHit")
  public record Hit(
      UUID id,
      String name,
      @Schema(
              description =
                  "The creative of a recording, the format of a report; null of other kinds.")
          String about,
      UUID campaign,
      String campaignName,
      String clientName,
      Instant createdAt) {

    static Hit of(SearchHit hit) {
      return new Hit(
          hit.id(),
          hit.name(),
          hit.about(),
          hit.campaignId(),
          hit.campaignName(),
          hit.clientName(),
          hit.at());
    }
  }

  static SearchResultView of(SearchResult result) {
    return new SearchResultView(
        result.kind(), result.hits().stream().map(Hit::of).toList(), result.isMore());
  }
}
