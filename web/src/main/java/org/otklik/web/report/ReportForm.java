package org.otklik.web.report;

import java.io.Serializable;
import java.time.ZoneId;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportRequest;

/** What is wished of a report, as the page's form has it. */
public class ReportForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SubjectForm subject = new SubjectForm();
  private ChapterForm chapters = new ChapterForm(Chapter.standard());
  private boolean remembered;
  private ReportFormat format = ReportFormat.PDF;
  private String language;
  private String timeZone = ZoneId.systemDefault().getId();

  /**
   * @throws ProblemException when no creative or no chapter is chosen
   */
  ReportRequest request() {
    return new ReportRequest(
        language,
        format,
        timeZone == null ? "" : timeZone.strip(),
        subject.chosenCreative(),
        subject.chosenGroups(),
        chapters.chosen());
  }

  public SubjectForm getSubject() {
    return subject;
  }

  public ChapterForm getChapters() {
    return chapters;
  }

  void setChapters(ChapterForm chapters) {
    this.chapters = chapters;
  }

  /** Whether the client's reports are to have these chapters from now on. */
  public boolean isRemembered() {
    return remembered;
  }

  public void setRemembered(boolean remembered) {
    this.remembered = remembered;
  }

  public ReportFormat getFormat() {
    return format;
  }

  public void setFormat(ReportFormat format) {
    this.format = format;
  }

  public ReportFormat[] getFormats() {
    return ReportFormat.values();
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }
}
