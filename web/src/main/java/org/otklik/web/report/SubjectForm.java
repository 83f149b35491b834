package org.otklik.web.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.ReportKind;
import org.otklik.report.request.ReportSubject;
import org.otklik.web.portal.FormText;

/** What reports are to be about, as a page's form has it. */
public class SubjectForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private ReportKind kind = ReportKind.CAMPAIGN;
  private String creative;
  private GroupForm first = new GroupForm();
  private GroupForm second = new GroupForm();

  /** One of two groups: of one creative or all, of a segment, of the rest, or of everybody. */
  public static class GroupForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String creative;

    /** As {@code name:value}; a name has no colon. */
    private List<String> segment = List.of();

    private boolean rest;

    /**
     * As an address names it.
     *
     * @param pairs as {@code name:value}; null for none
     */
    static GroupForm of(String creative, String[] pairs, boolean rest) {
      GroupForm form = new GroupForm();
      form.creative = creative;
      form.segment = pairs == null ? List.of() : List.of(pairs);
      form.rest = rest;
      return form;
    }

    static GroupForm of(ViewerGroup group) {
      GroupForm form = new GroupForm();
      form.creative = group.creative() == null ? null : group.creative().toString();
      form.rest = group.rest();
      form.segment =
          group.segment().entrySet().stream()
              .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + ":" + value))
              .toList();
      return form;
    }

    ViewerGroup group() {
      Map<String, List<String>> values = new TreeMap<>();
      for (String one : segment) {
        String[] pair = one.split(":", 2);
        values.computeIfAbsent(pair[0], any -> new ArrayList<>()).add(pair[pair.length - 1]);
      }
      return new ViewerGroup(FormText.id("creative", creative), values, rest);
    }

    /** The pairs there are, and those that a program chose, which would else be lost. */
    public List<String> choices(List<String> pairs) {
      return Stream.concat(pairs.stream(), segment.stream()).distinct().toList();
    }

    /** “sex: female”. */
    public String label(String choice) {
      return choice.replaceFirst(":", ": ");
    }

    public String getCreative() {
      return creative;
    }

    public void setCreative(String creative) {
      this.creative = creative;
    }

    public String[] getSegment() {
      return segment.toArray(String[]::new);
    }

    public void setSegment(String[] segment) {
      this.segment = List.of(segment);
    }

    public boolean isRest() {
      return rest;
    }

    public void setRest(boolean rest) {
      this.rest = rest;
    }
  }

  /** A form that asks for the same again. */
  public static SubjectForm of(ReportSubject subject) {
    SubjectForm form = new SubjectForm();
    form.kind = subject.kind();
    form.creative = subject.creative().map(Creative::publicId).map(UUID::toString).orElse(null);
    subject
        .compared()
        .ifPresent(
            groups -> {
              form.first = GroupForm.of(groups.first());
              form.second = GroupForm.of(groups.second());
            });
    return form;
  }

  /**
   * The creative they are to be about; null for another subject.
   *
   * @throws ProblemException when none is chosen
   */
  public UUID chosenCreative() {
    if (kind != ReportKind.CREATIVE) {
      return null;
    }
    if (creative == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "creative");
    }
    return FormText.id("creative", creative);
  }

  /** The groups they are to compare; null for another subject. */
  public ComparedGroups chosenGroups() {
    return kind == ReportKind.COMPARISON ? new ComparedGroups(first.group(), second.group()) : null;
  }

  /** Begins with these groups to be compared. */
  void comparing(GroupForm one, GroupForm other) {
    kind = ReportKind.COMPARISON;
    first = one;
    second = other;
  }

  /** Begins with this creative chosen. */
  public void about(String chosen) {
    kind = ReportKind.CREATIVE;
    creative = chosen;
  }

  public ReportKind[] getKinds() {
    return ReportKind.values();
  }

  public ReportKind getKind() {
    return kind;
  }

  public void setKind(ReportKind kind) {
    this.kind = kind;
  }

  public String getCreative() {
    return creative;
  }

  public void setCreative(String creative) {
    this.creative = creative;
  }

  public GroupForm getFirst() {
    return first;
  }

  public GroupForm getSecond() {
    return second;
  }
}
