package org.otklik.web.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.study.ConsentTemplate;
import org.otklik.study.ConsentText;
import org.otklik.study.PlayOrder;
import org.otklik.study.Study;
import org.otklik.study.StudyRequest;
import org.otklik.web.portal.FormText;

/** A study as the page's form has it. */
public class StudyForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name;
  private String[] creatives = {};
  private PlayOrder order = PlayOrder.BALANCED;
  private String consentEn;
  private String consentRu;
  private String minAge = "18";
  private String maxViewers;
  private String closesOn;
  private boolean asksNps;
  private boolean asksCsat;
  private final List<QuestionForm> questions = new ArrayList<>();
  private String completedUrl;
  private String screenedOutUrl;
  private String fullUrl;

  /** Of a study that shows all creatives of its campaign. */
  static StudyForm ofNew(List<Creative> all) {
    StudyForm form = new StudyForm();
    form.creatives = ids(all);
    form.consentEn = ConsentTemplate.of("en");
    form.consentRu = ConsentTemplate.of("ru");
    return form;
  }

  static StudyForm of(Study study, List<ConsentText> texts) {
    Map<String, ConsentText> newest = new HashMap<>();
    texts.forEach(text -> newest.putIfAbsent(text.language(), text)); // the newest comes first
    StudyForm form = new StudyForm();
    form.name = study.name();
    form.creatives = ids(study.creatives());
    form.order = study.playOrder();
    form.consentEn = newest.get("en").content();
    form.consentRu = newest.get("ru").content();
    form.minAge = Integer.toString(study.minAge());
    form.maxViewers = study.maxViewers() == null ? null : study.maxViewers().toString();
    form.closesOn = study.closesOn() == null ? null : study.closesOn().toString();
    form.asksNps = study.asksNps();
    form.asksCsat = study.asksCsat();
    study.questions().forEach(question -> form.questions.add(QuestionForm.of(question)));
    form.completedUrl = study.completedUrl();
    form.screenedOutUrl = study.screenedOutUrl();
    form.fullUrl = study.fullUrl();
    return form;
  }

  private static String[] ids(List<Creative> creatives) {
    return creatives.stream().map(one -> one.publicId().toString()).toArray(String[]::new);
  }

  /**
   * The study as it is asked for.
   *
   * @throws ProblemException naming a field that cannot even be written down
   */
  StudyRequest request() {
    return new StudyRequest(
        name,
        Arrays.stream(creatives).map(UUID::fromString).toList(),
        order,
        consentEn,
        consentRu,
        FormText.wholeNumber("minAge", minAge),
        FormText.wholeNumber("maxViewers", maxViewers),
        date(),
        asksNps,
        asksCsat,
        questions.stream().map(QuestionForm::request).toList(),
        completedUrl,
        screenedOutUrl,
        fullUrl);
  }

  private LocalDate date() {
    try {
      return closesOn == null || closesOn.isBlank() ? null : LocalDate.parse(closesOn.strip());
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "closesOn", Fields.shortened(closesOn), "2026-12-31");
    }
  }

  /** Another question. */
  public void addQuestion() {
    if (questions.size() < StudyRequest.MAX_QUESTIONS) {
      questions.add(new QuestionForm());
    }
  }

  public void removeQuestion(QuestionForm question) {
    questions.remove(question);
  }

  public List<QuestionForm> getQuestions() {
    return questions;
  }

  public PlayOrder[] getOrders() {
    return PlayOrder.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String[] getCreatives() {
    return creatives.clone();
  }

  public void setCreatives(String[] creatives) {
    this.creatives = creatives == null ? new String[0] : creatives.clone();
  }

  public PlayOrder getOrder() {
    return order;
  }

  public void setOrder(PlayOrder order) {
    this.order = order;
  }

  public String getConsentEn() {
    return consentEn;
  }

  public void setConsentEn(String consentEn) {
    this.consentEn = consentEn;
  }

  public String getConsentRu() {
    return consentRu;
  }

  public void setConsentRu(String consentRu) {
    this.consentRu = consentRu;
  }

  public String getMinAge() {
    return minAge;
  }

  public void setMinAge(String minAge) {
    this.minAge = minAge;
  }

  public String getMaxViewers() {
    return maxViewers;
  }

  public void setMaxViewers(String maxViewers) {
    this.maxViewers = maxViewers;
  }

  public String getClosesOn() {
    return closesOn;
  }

  public void setClosesOn(String closesOn) {
    this.closesOn = closesOn;
  }

  public boolean isAsksNps() {
    return asksNps;
  }

  public void setAsksNps(boolean asksNps) {
    this.asksNps = asksNps;
  }

  public boolean isAsksCsat() {
    return asksCsat;
  }

  public void setAsksCsat(boolean asksCsat) {
    this.asksCsat = asksCsat;
  }

  public String getCompletedUrl() {
    return completedUrl;
  }

  public void setCompletedUrl(String completedUrl) {
    this.completedUrl = completedUrl;
  }

  public String getScreenedOutUrl() {
    return screenedOutUrl;
  }

  public void setScreenedOutUrl(String screenedOutUrl) {
    this.screenedOutUrl = screenedOutUrl;
  }

  public String getFullUrl() {
    return fullUrl;
  }

  public void setFullUrl(String fullUrl) {
    this.fullUrl = fullUrl;
  }
}
