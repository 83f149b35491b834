package org.otklik.web.report;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.analysis.ViewerGroup;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportKind;
import org.otklik.report.ReportSubject;

/** What reports are to be about, as a page's form has it; handed on in the words of the API. */
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
      form.creative = group.creativeId() == null ? null : group.creativeId().toString();
      form.segment =
          group.segment().isEmpty()
              ? null
              : new TreeMap<>(group.segment())
                  .entrySet().stream()
                      .map(one -> one.getKey() + ":" + one.getValue())
                      .collect(Collectors.joining(AND));
      return form;
    }

    JsonObjectBuilder json() {
      JsonObjectBuilder json = Json.createObjectBuilder();
      if (creative != null) {
        json.add("creative", creative);
      }
      if (segment != null) {
        JsonObjectBuilder pairs = Json.createObjectBuilder();
        for (String one : segment.split(AND)) {
          String[] pair = one.split(":", 2);
          pairs.add(pair[0], pair[pair.length - 1]);
        }
        json.add("segment", pairs);
      }
      return json;
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
   * Adds the fields that {@link SubjectFields} reads; of what is not asked for, none.
   *
   * @throws ProblemException when no creative is chosen
   */
  public void addTo(JsonObjectBuilder json) {
    if (kind == ReportKind.CREATIVE) {
      if (creative == null) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, "creative");
      }
      json.add("creative", creative);
    } else if (kind == ReportKind.COMPARISON) {
      json.add(
          "compared",
          Json.createObjectBuilder().add("first", first.json()).add("second", second.json()));
    }
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
