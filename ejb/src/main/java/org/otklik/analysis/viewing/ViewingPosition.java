package org.otklik.analysis.viewing;

/**
 * Which page of a list of recordings, in which order.
 *
 * @param page from 0
 */
public record ViewingPosition(ViewingSort sort, boolean descending, int page, int pageSize) {

  /** In the order of upload. */
  public static ViewingPosition page(int page, int pageSize) {
    return new ViewingPosition(ViewingSort.UPLOADED, false, page, pageSize);
  }
}
