package org.otklik.survey;

import java.util.List;
import org.otklik.spreadsheet.TableNote;

/**
 * What a table with answers holds, or would change.
 *
 * @param viewers whose answers it has, without a problem
 * @param problems by line; empty when the whole file can be stored
 * @param notes how the table was read
 * @param stored whether it was: all of it or nothing
 */
public record AnswerImport(
    int viewers, List<LineProblem> problems, List<TableNote> notes, boolean stored) {
  public AnswerImport {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
