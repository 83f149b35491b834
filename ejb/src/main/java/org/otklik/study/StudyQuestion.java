package org.otklik.study;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/**
 * A question of a study. Choices become attributes of the viewer, scales and texts answers.
 *
 * @param attribute its name
 * @param en the question in English
 * @param ru the question in Russian
 * @param steps of a scale; null for others
 */
public record StudyQuestion(
    @NotBlank @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH) @SingleLine String attribute,
    @NotBlank @Size(max = 200) @SingleLine String en,
    @NotBlank @Size(max = 200) @SingleLine String ru,
    @Schema(defaultValue = "SINGLE") QuestionKind kind,
    @Schema(defaultValue = "false", description = "Asked before the creatives instead of after.")
        Boolean isBefore,
    @Size(max = 20)
        @Schema(description = "What there is to choose from: with SINGLE and MULTIPLE, 2 or more.")
        List<@NotBlank @Size(max = RecordingRequest.MAX_VALUE_LENGTH) @SingleLine String> values,
    @Min(StudyQuestion.MIN_STEPS)
        @Max(StudyQuestion.MAX_STEPS)
        @Schema(description = "The highest number of a SCALE, 7 if left out; the lowest is 1.")
        Integer steps,
    @Schema(
            description =
                "How many usable viewers may have chosen which value, with SINGLE before the creatives;"
                    + " of values left out any number.")
        Map<String, @Min(0) @Max(100_000) Integer> places) {
  public static final int MIN_STEPS = 2;
  public static final int MAX_STEPS = 11;
  private static final int USUAL_STEPS = 7;

  /** Between a question's attribute and one of several values. */
  private static final String OF = " / ";

  public StudyQuestion {
    attribute = RequestText.stripped(attribute);
    en = RequestText.stripped(en);
    ru = RequestText.stripped(ru);
    kind = kind == null ? QuestionKind.SINGLE : kind;
    isBefore = Boolean.TRUE.equals(isBefore);
    values =
        values == null ? List.of() : values.stream().map(RequestText::stripped).distinct().toList();
    steps = kind == QuestionKind.SCALE && steps == null ? Integer.valueOf(USUAL_STEPS) : steps;
    places = places == null ? Map.of() : Map.copyOf(new TreeMap<>(places));
  }

  /** The attribute that one of several values becomes. */
  String attributeOf(String value) {
    return attribute + OF + value;
  }

  /**
   * Whether its parts fit each other.
   *
   * @throws ProblemException FIELD_INVALID
   */
  void check() {
    if (kind.isChoice() ? values.size() < 2 : !values.isEmpty()) {
      throw invalid("values", String.join("; ", values), kind.isChoice() ? "2…20" : "0");
    }
    if (kind != QuestionKind.SCALE && steps != null) {
      throw invalid("steps", steps, "null");
    }
    int longest = RecordingRequest.MAX_ATTRIBUTE_LENGTH;
    if (kind == QuestionKind.MULTIPLE) {
      values.stream()
          .filter(value -> attributeOf(value).length() > longest)
          .findFirst()
          .ifPresent(
              value -> {
                throw invalid("values", value, "≤ " + (longest - attributeOf("").length()));
              });
    }
    boolean mayLimit = kind == QuestionKind.SINGLE && isBefore;
    places.keySet().stream()
        .filter(value -> !mayLimit || !values.contains(value))
        .findFirst()
        .ifPresent(
            value -> {
              throw invalid("places", value, mayLimit ? String.join("; ", values) : "null");
            });
  }

  private static ProblemException invalid(String field, Object given, String possible) {
    return new ProblemException(ProblemCode.FIELD_INVALID, "questions." + field, given, possible);
  }
}
