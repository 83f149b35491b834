package org.otklik.web.campaign;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;
import org.otklik.analysis.selection.RecordingAct;
import org.otklik.analysis.selection.RecordingChangeRequest;
import org.otklik.analysis.viewing.ShownViewings;
import org.otklik.analysis.viewing.ViewingFilter;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.analysis.viewing.ViewingPosition;
import org.otklik.analysis.viewing.ViewingSort;
import org.otklik.metric.QualityGrade;
import org.otklik.problem.ProblemCode;
import org.otklik.web.portal.PageAddress;

/** Which recordings the campaign's table shows, and which page of them. */
public class ViewingQuery implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE_SIZE = 50;

  private String creative;
  private ShownViewings show = ShownViewings.ALL;
  private QualityGrade grade;
  private String text;
  private ViewingSort sort = ViewingSort.UPLOADED;
  private boolean descending;
  private int page;

  ViewingFilter filter() {
    return new ViewingFilter(creativeId(), show, grade, text);
  }

  ViewingPosition position() {
    return new ViewingPosition(sort, descending, page, PAGE_SIZE);
  }

  private UUID creativeId() {
    return creative == null ? null : PageAddress.id(creative, ProblemCode.CREATIVE_UNKNOWN);
  }

  /** The act on all that pass. */
  RecordingChangeRequest all(RecordingAct act, String note, String attribute, String value) {
    return new RecordingChangeRequest(
        act, null, true, creativeId(), show, grade, text, note, attribute, value);
  }

  /** As it is written in addresses of the API, for the file of all that pass. */
  public String getAddress() {
    StringJoiner query = new StringJoiner("&");
    query.add("show=" + show).add("sort=" + sort).add("descending=" + descending);
    if (creative != null) {
      query.add("creative=" + creative);
    }
    if (grade != null) {
      query.add("grade=" + grade);
    }
    if (text != null) {
      query.add("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  /** What passes, without the order: when it changes, nothing is chosen any more. */
  public String getPassing() {
    return filter().toString();
  }

  /** The same column again turns the order round. */
  public void sortBy(String column) {
    ViewingSort wanted = ViewingSort.valueOf(column);
    descending = sort == wanted && !descending;
    sort = wanted;
    page = 0;
  }

  /** For {@code aria-sort}. */
  public String order(String column) {
    return sort.name().equals(column) ? descending ? "descending" : "ascending" : "none";
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

  public QualityGrade[] getGrades() {
    return QualityGrade.values();
  }

  public QualityGrade getGrade() {
    return grade;
  }

  public void setGrade(QualityGrade grade) {
    this.grade = grade;
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
