package org.otklik.survey;

import java.util.Locale;
import org.otklik.problem.ProblemException;

/**
 * Why a line of a table with answers cannot be taken.
 *
 * @param line in the file, from 1
 */
public record LineProblem(long line, ProblemException problem) {

  /** What happened and what to do next. */
  public String sentence(Locale locale) {
    return problem.sentence(locale);
  }
}
