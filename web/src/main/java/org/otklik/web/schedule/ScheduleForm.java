package org.otklik.web.schedule;

import java.io.Serializable;
import java.util.List;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.schedule.MissedPolicy;
import org.otklik.schedule.NamePattern;
import org.otklik.schedule.Schedule;
import org.otklik.schedule.ScheduleRequest;
import org.otklik.schedule.recurrence.TriggerTimes;
import org.otklik.web.portal.FormText;
import org.otklik.web.report.ChapterForm;
import org.otklik.web.report.SubjectForm;

/** A schedule as the page's form has it. */
public class ScheduleForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name;
  private SubjectForm subject = new SubjectForm();
  private PlanForm plan = new PlanForm();
  private MailForm mail = new MailForm();
  private ReportFormat[] formats = {ReportFormat.PDF};
  private ChapterForm chapters;
  private final List<Chapter> template;
  private String language;
  private String fileName = NamePattern.STANDARD_FILE_NAME.text();
  private MissedPolicy missed = MissedPolicy.RUN_ONCE;
  private boolean skipWhenUnchanged = true;
  private String keepDays;

  /**
   * @param template chapters of the client's reports, which are followed unless others are chosen
   */
  ScheduleForm(String language, List<Chapter> template) {
    this.language = language;
    this.template = template;
    this.chapters = new ChapterForm(template);
  }

  static ScheduleForm of(Schedule schedule, List<Chapter> template) {
    ScheduleView view = ScheduleView.of(schedule);
    ScheduleForm form = new ScheduleForm(view.locale(), template);
    form.chapters = new ChapterForm(schedule.chapters().orElse(template));
    form.name = view.name();
    form.subject = SubjectForm.of(schedule.subject());
    form.plan = PlanForm.of(view);
    form.mail = MailForm.of(view);
    form.formats = view.formats().toArray(ReportFormat[]::new);
    form.fileName = view.fileName();
    form.missed = view.missed();
    form.skipWhenUnchanged = view.skipWhenUnchanged();
    form.keepDays = view.keepDays() == null ? null : view.keepDays().toString();
    return form;
  }

  /**
   * The schedule as it is asked for.
   *
   * @throws ProblemException naming a field that cannot even be written down
   */
  ScheduleRequest request() {
    if (formats.length == 0) { // there left out means a PDF
      throw new ProblemException(ProblemCode.FIELD_MISSING, "formats");
    }
    return new ScheduleRequest(
        name,
        subject.chosenCreative(),
        subject.chosenGroups(),
        List.of(formats),
        chapters.chosenUnless(template),
        language,
        plan.zone(),
        plan.recurrence(),
        plan.exceptions(),
        plan.isExcludeWeekends(),
        missed,
        fileName,
        mail.getDelivery(),
        ListText.words(mail.getTo()),
        ListText.words(mail.getCc()),
        ListText.words(mail.getBcc()),
        mail.getSubject(),
        mail.getText(),
        skipWhenUnchanged,
        FormText.wholeNumber("keepDays", keepDays));
  }

  /**
   * When it is due, whatever else is filled in.
   *
   * @throws ProblemException as {@link #request}
   */
  TriggerTimes plan() {
    return ScheduleRequest.plan(
        plan.recurrence(), plan.zone(), plan.exceptions(), plan.isExcludeWeekends());
  }

  public ReportFormat[] getAllFormats() {
    return ReportFormat.values();
  }

  public ChapterForm getChapters() {
    return chapters;
  }

  public MissedPolicy[] getMissedPolicies() {
    return MissedPolicy.values();
  }

  public SubjectForm getSubject() {
    return subject;
  }

  public PlanForm getPlan() {
    return plan;
  }

  public MailForm getMail() {
    return mail;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public ReportFormat[] getFormats() {
    return formats.clone();
  }

  public void setFormats(ReportFormat[] formats) {
    this.formats = formats == null ? new ReportFormat[0] : formats.clone();
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getFileName() {
    return fileName;
  }

  public void setFileName(String fileName) {
    this.fileName = fileName;
  }

  public MissedPolicy getMissed() {
    return missed;
  }

  public void setMissed(MissedPolicy missed) {
    this.missed = missed;
  }

  public boolean isSkipWhenUnchanged() {
    return skipWhenUnchanged;
  }

  public void setSkipWhenUnchanged(boolean skipWhenUnchanged) {
    this.skipWhenUnchanged = skipWhenUnchanged;
  }

  public String getKeepDays() {
    return keepDays;
  }

  public void setKeepDays(String keepDays) {
    this.keepDays = keepDays;
  }
}
