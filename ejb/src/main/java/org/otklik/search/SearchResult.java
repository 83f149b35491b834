package org.otklik.search;

import java.util.List;

/**
 * What was found of one kind, the newest first.
 *
 * @param hits as many as are shown
 * @param isMore whether there are others
 */
public record SearchResult(SearchKind kind, List<SearchHit> hits, boolean isMore) {

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
