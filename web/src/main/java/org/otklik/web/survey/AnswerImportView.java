package org.otklik.web.survey;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.survey.AnswerImport;

/** What a table with answers holds. */
@Schema(name = "AnswerImport")
public record AnswerImportView(
    @Schema(description = "Whether the answers were stored: all of them or none.") boolean stored,
    @Schema(description = "Viewers whose answers have no problem.") int viewers,
    List<Line> problems,
    @Schema(description = "How the table was read, such as its encoding and skipped columns.")
        List<String> notes) {

  /** A line that cannot be taken. */
  @Schema(name = "AnswerLineProblem")
  public record Line(
      @Schema(description = "Line of the file, from 1.") long line, String code, String detail) {}

  static AnswerImportView of(AnswerImport read, Locale locale) {
    return new AnswerImportView(
        read.stored(),
        read.viewers(),
        read.problems().stream()
            .map(one -> new Line(one.line(), one.problem().code().name(), one.sentence(locale)))
            .toList(),
        read.notes().stream().map(note -> note.sentence(locale)).toList());
  }
}
