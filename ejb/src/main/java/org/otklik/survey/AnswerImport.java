package org.otklik.survey;

import java.util.List;

/**
 * What a CSV with answers holds, or would change.
 *
 * @param viewers whose answers it has, without a problem
 * @param problems by line; empty when the whole file can be stored
 * @param stored whether it was: all of it or nothing
 */
public record AnswerImport(int viewers, List<LineProblem> problems, boolean stored) {
  public AnswerImport {
    problems = List.copyOf(problems);
  }
}
