package org.otklik.web.campaign;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.otklik.campaign.CampaignKind;
import org.otklik.overview.CampaignFilter;
import org.otklik.overview.CampaignOrder;
import org.otklik.overview.CampaignState;

/**
 * What the address of the list of campaigns asks for. All of it stands in the address, so that a
 * view can be kept and sent; what is not understood asks for nothing.
 */
public class CampaignQuery implements Serializable {
  static final int PAGE_SIZE = 24;

  private static final long serialVersionUID = 1L;
  private static final int MAX_LENGTH = 200;
  private static final int MAX_PAGE = 1_000_000;

  private String text;
  private String client;
  private String state;
  private String kind;
  private String order;
  private String archived;
  private String page;

  CampaignFilter filter() {
    return new CampaignFilter(
        text,
        client,
        getStateWish(),
        getKindWish(),
        isAway(),
        getOrderWish(),
        pageNumber() - 1,
        PAGE_SIZE);
  }

  /** From 1. */
  int pageNumber() {
    boolean number = page != null && page.matches("\\d{1,7}");
    return number ? Math.min(Math.max(1, Integer.parseInt(page)), MAX_PAGE) : 1;
  }

  /** Null for any. */
  public CampaignState getStateWish() {
    return constant(CampaignState.values(), state);
  }

  /** Null for any. */
  public CampaignKind getKindWish() {
    return constant(CampaignKind.values(), kind);
  }

  public CampaignOrder getOrderWish() {
    CampaignOrder asked = constant(CampaignOrder.values(), order);
    return asked == null ? CampaignOrder.NEWEST : asked;
  }

  /** Whether campaigns that were put away are asked for. */
  public boolean isAway() {
    return "true".equals(archived);
  }

  /** Whether anything is asked for that leaves campaigns out, but for those put away. */
  public boolean isNarrow() {
    return text != null || client != null || getStateWish() != null || getKindWish() != null;
  }

  public CampaignState[] getStates() {
    return CampaignState.values();
  }

  public CampaignKind[] getKinds() {
    return CampaignKind.values();
  }

  public CampaignOrder[] getOrders() {
    return CampaignOrder.values();
  }

  /** The address's query for another page of the same. */
  public String pageAddress(int number) {
    StringBuilder query = new StringBuilder("?page=").append(number);
    add(query, "q", text);
    add(query, "client", client);
    add(query, "state", getStateWish() == null ? null : state);
    add(query, "kind", getKindWish() == null ? null : kind);
    add(query, "order", getOrderWish() == CampaignOrder.NEWEST ? null : order);
    add(query, "archived", isAway() ? "true" : null);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (value != null) {
      query.append('&').append(name).append('=');
      query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static <E extends Enum<E>> E constant(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String sensible(String wish) {
    return wish == null || wish.isBlank() || wish.length() > MAX_LENGTH ? null : wish.strip();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = sensible(text);
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = sensible(client);
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = sensible(state);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = sensible(kind);
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = sensible(order);
  }

  public String getArchived() {
    return archived;
  }

  public void setArchived(String archived) {
    this.archived = sensible(archived);
  }

  public String getPage() {
    return page;
  }

  public void setPage(String page) {
    this.page = sensible(page);
  }
}
