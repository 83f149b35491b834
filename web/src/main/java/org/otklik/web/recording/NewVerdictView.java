package org.otklik.web.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.Verdict;
import org.otklik.web.api.JsonFields;

/** What is sent to decide on a viewing. */
@Schema(name = "NewVerdict")
public record NewVerdictView(
    @Schema(required = true) Verdict verdict,
    @Schema(description = "Why; needed with EXCLUDED.", maxLength = 500) String note) {

  /** Null when left out. */
  static Verdict verdict(JsonFields fields) {
    return fields.has("verdict") ? fields.constant("verdict", Verdict.AUTOMATIC) : null;
  }
}
