package org.otklik.web.campaign;

import java.io.Serializable;
import org.otklik.analysis.viewing.ShownViewings;
import org.otklik.analysis.viewing.ViewingFilter;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.problem.ProblemCode;
import org.otklik.web.portal.PageAddress;

/** Which recordings the campaign's table shows, and which page of them. */
public class ViewingQuery implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE_SIZE = 50;

  private String creative;
  private ShownViewings show = ShownViewings.ALL;
  private String text;
  private int page;

  ViewingFilter filter() {
    return new ViewingFilter(
        creative == null ? null : PageAddress.id(creative, ProblemCode.CREATIVE_UNKNOWN),
        show,
        text,
        page,
        PAGE_SIZE);
  }

  /** There may be fewer recordings by now than when the page was chosen. */
  void shown(ViewingListing listing) {
    page = listing.page();
  }

  static int pages(ViewingListing listing) {
    return listing.pages(PAGE_SIZE);
  }

  public void turn(int pages) {
    page = Math.max(0, page + pages);
  }

  /** From 1. */
  public int getPageNumber() {
    return page + 1;
  }

  public ShownViewings[] getShows() {
    return ShownViewings.values();
  }

  public String getCreative() {
    return creative;
  }

  public void setCreative(String creative) {
    this.creative = creative == null || creative.isBlank() ? null : creative;
    page = 0;
  }

  public ShownViewings getShow() {
    return show;
  }

  public void setShow(ShownViewings show) {
    this.show = show == null ? ShownViewings.ALL : show;
    page = 0;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null || text.isBlank() ? null : text.strip();
    page = 0;
  }
}
