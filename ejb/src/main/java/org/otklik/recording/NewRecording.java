package org.otklik.recording;

import java.util.Map;
import java.util.TreeMap;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What the uploader says of a recording.
 *
 * @param viewerCode pseudonym, 1..64 characters
 * @param segments attributes to compare viewers by, at most 20
 * @param creativeStartMs time in the recording at which the creative begins
 * @param consentReference the client's reference to the viewer's consent, or null
 */
public record NewRecording(
    String viewerCode,
    Map<String, String> segments,
    int creativeStartMs,
    SubjectRole subjectRole,
    String consentReference) {
  private static final int MOST_SEGMENTS = 20;
  private static final int FOUR_HOURS_MS = 4 * 3_600_000;

  public NewRecording {
    viewerCode = Fields.text("viewer", viewerCode, 64);
    segments = checkedSegments(segments);
    if (creativeStartMs < -FOUR_HOURS_MS || creativeStartMs > FOUR_HOURS_MS) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "creativeStartMs", Integer.toString(creativeStartMs), "± 4 h");
    }
    if (consentReference != null && consentReference.isBlank()) {
      consentReference = null;
    }
    if (consentReference != null) {
      consentReference = Fields.text("consent", consentReference, 200);
    }
  }

  /** Attributes as they may be stored; refused when too many, or one is too long. */
  static Map<String, String> checkedSegments(Map<String, String> segments) {
    if (segments.size() > MOST_SEGMENTS) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          "segment",
          Integer.toString(segments.size()),
          "≤ " + MOST_SEGMENTS);
    }
    Map<String, String> checked = new TreeMap<>();
    segments.forEach(
        (name, value) ->
            checked.put(Fields.text("segment", name, 40), Fields.text(name, value, 100)));
    return checked;
  }
}
