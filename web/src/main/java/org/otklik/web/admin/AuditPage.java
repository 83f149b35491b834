package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.access.UserService;
import org.otklik.audit.AuditEntry;
import org.otklik.audit.AuditFilter;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.session.CurrentActor;

/** {@code admin-audit.xhtml}: who did what; the filter stands in the address. */
@Named
@RequestScoped
public class AuditPage {
  static final int LINES = 50;

  @Inject private AuditService audit;
  @Inject private UserService users;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String user;
  private String kind;
  private String from;
  private String to;
  private int page = 1;

  private long total;
  private List<AuditEntry> entries = List.of();
  private Map<AuditSubject, String> names = Map.of();

  public void look() {
    problems.told(
        () -> {
          AuditFilter filter = AuditQuery.of(user, kind, from, to);
          total = audit.count(me.get(), filter);
          page = Math.max(1, Math.min(page, getPages()));
          entries = audit.entries(me.get(), filter, (page - 1) * LINES, LINES);
          names = audit.names(me.get(), entries);
        });
  }

  public List<AuditEntry> getEntries() {
    return entries;
  }

  /** What it was done to is called so now; its id, or login, or code, where it has no name. */
  public String name(AuditSubject subject) {
    return names.getOrDefault(subject, subject.id());
  }

  /** The address of the page of what it was done to; null where there is none, or no more. */
  public String address(AuditSubject subject) {
    String id = URLEncoder.encode(subject.id(), StandardCharsets.UTF_8);
    return switch (subject.kind()) {
      case USER -> "/admin-user.xhtml?id=" + id;
      case CLIENT -> "/client-branding.xhtml?client=" + id;
      case CAMPAIGN -> named(subject, "/campaign.xhtml?id=" + id);
      case CREATIVE -> named(subject, "/creative.xhtml?id=" + id);
      case RECORDING -> named(subject, "/viewing.xhtml?id=" + id);
      case SCHEDULE -> named(subject, "/schedule.xhtml?schedule=" + id);
      case REPORT, STUDY, SHOWING, IMAGES, JOB, AUDIT_LOG -> null;
    };
  }

  private String named(AuditSubject subject, String address) {
    return names.containsKey(subject) ? address : null;
  }

  public long getTotal() {
    return total;
  }

  public int getPages() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE / LINES, (total + LINES - 1) / LINES));
  }

  public AuditKind[] getKinds() {
    return AuditKind.values();
  }

  public List<String> getLogins() {
    return users.users(me.get()).stream().map(account -> account.profile().login()).toList();
  }

  /** The filter as a query, for the links to other pages and to the file. */
  public String getQuery() {
    Map<String, String> parts = new TreeMap<>();
    put(parts, "user", user);
    put(parts, "kind", kind);
    put(parts, "from", from);
    put(parts, "to", to);
    return parts.entrySet().stream()
        .map(
            part ->
                part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void put(Map<String, String> parts, String name, String value) {
    if (value != null && !value.isBlank()) {
      parts.put(name, value.strip());
    }
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
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

  /** Counted from 1. */
  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
