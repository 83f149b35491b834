package org.otklik.web.report;

import java.io.Serializable;
import java.util.List;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;

/** Which chapters reports are to have, as a page's form has it. */
public class ChapterForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private List<Chapter> chosen;

  /** Begins with these. */
  public ChapterForm(List<Chapter> chapters) {
    chosen = chapters;
  }

  /**
   * In the order of reports.
   *
   * @throws ProblemException when none is chosen
   */
  public List<Chapter> chosen() {
    if (chosen.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "chapters");
    }
    return Chapter.sorted(chosen);
  }

  /** The same; null where they are those of the template, which are then followed. */
  public List<Chapter> chosenUnless(List<Chapter> template) {
    List<Chapter> all = chosen();
    return all.equals(template) ? null : all;
  }

  public Chapter[] getAll() {
    return Chapter.values();
  }

  public Chapter[] getChapters() {
    return chosen.toArray(Chapter[]::new);
  }

  public void setChapters(Chapter[] chapters) {
    chosen = chapters == null ? List.of() : List.of(chapters);
  }
}
