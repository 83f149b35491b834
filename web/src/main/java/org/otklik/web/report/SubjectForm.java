package org.otklik.web.report;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.analysis.viewing.ViewerGroup;
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

  /** One of two groups: of one creative or all, of viewers with one attribute or all. */
  public static class GroupForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Between pairs: invisible, and in no attribute that a person writes. */
    private static final String AND = "\u2063";

    private String creative;

    /**
     * As {@code name:value}, a name has no colon; several of them where a program asked for them.
     */
    private String segment;

    static GroupForm of(ViewerGroup group) {
      GroupForm form = new GroupForm();
      form.creative = group.creative() == null ? null : group.creative().toString();
      form.segment =
          group.segment().isEmpty()
              ? null
              : new TreeMap<>(group.segment())
                  .entrySet().stream()
                      .map(one -> one.getKey() + ":" + one.getValue())
                      .collect(Collectors.joining(AND));
      return form;
    }

    ViewerGroup group() {
      Map<String, String> pairs = new TreeMap<>();
      for (String one : segment == null ? new String[0] : segment.split(AND)) {
        String[] pair = one.split(":", 2);
        pairs.put(pair[0], pair[pair.length - 1]);
      }
      return new ViewerGroup(FormText.id("creative", creative), pairs);
    }

    /** The pairs there are, and what a program chose, which would else be lost with a change. */
    public List<String> choices(List<String> pairs) {
      return segment == null || pairs.contains(segment)
          ? pairs
          : Stream.concat(pairs.stream(), Stream.of(segment)).toList();
    }

    /** “sex: female”. */
    public String label(String choice) {
      return Arrays.stream(choice.split(AND))
          .map(pair -> pair.replaceFirst(":", ": "))
          .collect(Collectors.joining(", "));
    }

    public String getCreative() {
      return creative;
    }

    public void setCreative(String creative) {
      this.creative = creative;
    }

    public String getSegment() {
      return segment;
    }

    public void setSegment(String segment) {
      this.segment = segment;
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
