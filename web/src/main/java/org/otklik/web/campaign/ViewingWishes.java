package org.otklik.web.campaign;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.otklik.metric.ContactOutcome;

/** Which recordings the campaign's table shows, and which page of them. */
public class ViewingWishes implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE_SIZE = 50;

  /** Groups to choose from. */
  public enum Show {
    ALL,
    COUNTED,
    EXCLUDED,
    UNFINISHED,
    FAILED
  }

  private String creative;
  private Show show = Show.ALL;
  private String text;
  private int page;

  /** Those that pass, on all pages. */
  List<ViewingRow> passing(List<ViewingRow> rows) {
    return rows.stream().filter(this::passes).toList();
  }

  private boolean passes(ViewingRow row) {
    boolean ofCreative = creative == null || row.creative().id().toString().equals(creative);
    boolean named =
        text == null
            || row.viewing().viewerCode().toLowerCase(Locale.ROOT).contains(text)
            || row.segmentsText().toLowerCase(Locale.ROOT).contains(text);
    return ofCreative && named && isShown(row);
  }

  private boolean isShown(ViewingRow row) {
    ContactOutcome outcome = row.viewing().outcome();
    return switch (show) {
      case ALL -> true;
      case COUNTED -> outcome != null && outcome != ContactOutcome.EXCLUDED;
      case EXCLUDED -> outcome == ContactOutcome.EXCLUDED;
      case UNFINISHED -> !row.viewing().state().isEnded();
      case FAILED -> row.again() && row.viewing().failureCode() != null;
    };
  }

  /** The page that is shown; the last one where there are fewer by now. */
  List<ViewingRow> page(List<ViewingRow> passing) {
    page = Math.min(page, pages(passing) - 1);
    int from = page * PAGE_SIZE;
    return passing.subList(from, Math.min(passing.size(), from + PAGE_SIZE));
  }

  int pages(List<ViewingRow> passing) {
    return Math.max(1, (passing.size() + PAGE_SIZE - 1) / PAGE_SIZE);
  }

  public void turn(int pages) {
    page = Math.max(0, page + pages);
  }

  /** From 1. */
  public int getPageNumber() {
    return page + 1;
  }

  public Show[] getShows() {
    return Show.values();
  }

  public String getCreative() {
    return creative;
  }

  public void setCreative(String creative) {
    this.creative = creative == null || creative.isBlank() ? null : creative;
    page = 0;
  }

  public Show getShow() {
    return show;
  }

  public void setShow(Show show) {
    this.show = show == null ? Show.ALL : show;
    page = 0;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    page = 0;
  }
}
