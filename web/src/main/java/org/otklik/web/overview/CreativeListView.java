package org.otklik.web.overview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.overview.CreativeListing;

/** A page of the overview of creatives. */
@Schema(name = "CreativeList")
public record CreativeListView(
    @Schema(description = "How many pass the filter, on all pages.") int total,
    @Schema(description = "From 1; the last one where the page asked for is beyond it.") int page,
    List<CreativeLineView> creatives) {

  static CreativeListView of(CreativeListing listing) {
    return new CreativeListView(
        listing.found().size(),
        listing.page() + 1,
        listing.entries().stream().map(CreativeLineView::of).toList());
  }
}
