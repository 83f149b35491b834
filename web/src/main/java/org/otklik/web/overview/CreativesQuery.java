package org.otklik.web.overview;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.analysis.comparison.LengthBracket;
import org.otklik.overview.CreativeOrder;
import org.otklik.problem.ProblemException;

/**
 * What the address of the overview asks for. All of it stands in the address, so that a view can be
 * kept and sent; what is not understood asks for nothing.
 */
public class CreativesQuery implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "page";

  private String text;
  private String client;
  private String fromSeconds;
  private String untilSeconds;
  private String from;
  private String to;
  private String sort;
  private String descending;
  private String page;

  CreativeListQuery query() {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    fields().forEach((name, value) -> sent.put(name, List.of(value)));
    try {
      return CreativeListQuery.of(sent);
    } catch (ProblemException e) {
      return CreativeListQuery.of(Map.of());
    }
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "text", text);
    put(fields, "client", client);
    put(fields, "fromSeconds", fromSeconds);
    put(fields, "untilSeconds", untilSeconds);
    put(fields, "from", from);
    put(fields, "to", to);
    put(fields, "sort", sort);
    put(fields, "descending", descending);
    put(fields, PAGE, page);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null && !value.isBlank()) {
      fields.put(name, value.strip());
    }
  }

  /** Whether anything is asked for that leaves creatives out. */
  public boolean isNarrow() {
    CreativeListQuery query = query();
    return !query.equals(
        new CreativeListQuery(
            null,
            null,
            null,
            null,
            null,
            null,
            query.sort(),
            query.descending(),
            query.page(),
            query.pageSize()));
  }

  /** The address's query for another page of the same. */
  public String pageAddress(int number) {
    return address(Map.of(PAGE, String.valueOf(number)));
  }

  /** The address's query for another order; the same column again turns it round. */
  public String sortAddress(String column) {
    CreativeListQuery query = query();
    boolean same = query.sort() == CreativeOrder.valueOf(column);
    boolean first = !column.equals("NAME") && !column.equals("CAMPAIGN");
    return address(
        Map.of(
            "sort",
            column,
            "descending",
            String.valueOf(same ? !query.descending() : first),
            PAGE,
            "1"));
  }

  /** For {@code aria-sort}. */
  public String order(String column) {
    CreativeListQuery query = query();
    return !query.sort().name().equals(column)
        ? "none"
        : query.descending() ? "descending" : "ascending";
  }

  /** The same of all pages, for the chart. */
  public String getAddress() {
    return address(Map.of(PAGE, "1", "pageSize", "500"));
  }

  private String address(Map<String, String> others) {
    Map<String, String> fields = fields();
    fields.putAll(others);
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return "?" + String.join("&", pairs);
  }

  /** The lengths that ads are sold in. */
  public List<LengthBracket> getLengths() {
    List<LengthBracket> lengths = new ArrayList<>();
    int seconds = 0;
    while (seconds >= 0) {
      LengthBracket bracket = LengthBracket.of(seconds);
      lengths.add(bracket);
      seconds = bracket.untilSeconds() == Integer.MAX_VALUE ? -1 : bracket.untilSeconds() + 1;
    }
    return lengths;
  }

  /** A bracket as one value of the form: {@code 11-20}. */
  public String getLength() {
    return fromSeconds == null
        ? null
        : fromSeconds + "-" + (untilSeconds == null ? "" : untilSeconds);
  }

  public void setLength(String length) {
    if (length != null && length.matches("\\d{1,6}-\\d{0,10}")) {
      String[] ends = length.split("-");
      fromSeconds = ends[0];
      untilSeconds = ends.length > 1 ? ends[1] : null;
    }
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
  }

  public String getFromSeconds() {
    return fromSeconds;
  }

  public void setFromSeconds(String fromSeconds) {
    this.fromSeconds = fromSeconds;
  }

  public String getUntilSeconds() {
    return untilSeconds;
  }

  public void setUntilSeconds(String untilSeconds) {
    this.untilSeconds = untilSeconds;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }

  public String getDescending() {
    return descending;
  }

  public void setDescending(String descending) {
    this.descending = descending;
  }

  public String getPage() {
    return page;
  }

  public void setPage(String page) {
    this.page = page;
  }
}
