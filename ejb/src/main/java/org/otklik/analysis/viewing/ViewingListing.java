package org.otklik.analysis.viewing;

import java.util.List;
import java.util.UUID;

/**
 * A page of a campaign's recordings.
 *
 * @param found how many pass, on all pages
 * @param page from 0; the last one where the page asked for is beyond it
 */
public record ViewingListing(List<Entry> entries, int found, int page) {

  /** How many pages there are; at least one. */
  public int pages(int pageSize) {
    return Math.max(1, (found + pageSize - 1) / pageSize);
  }

  /** A recording and the ad it is of. */
  public record Entry(UUID creativeId, ViewingView viewing) {}
}
