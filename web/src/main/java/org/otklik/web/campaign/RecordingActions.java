package org.otklik.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.ModelRenewalService;
import org.otklik.analysis.selection.RecordingAct;
import org.otklik.analysis.selection.RecordingChangeOutcome;
import org.otklik.analysis.selection.RecordingChangeRequest;
import org.otklik.analysis.selection.RecordingChangeService;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.DecisionRequest;
import org.otklik.analysis.viewing.DecisionService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.ViewerRequest;
import org.otklik.recording.ViewerService;
import org.otklik.request.RequestReader;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.primefaces.PrimeFaces;

/**
 * What can be done to a recording of {@code campaign.xhtml}. Each request names its recording: the
 * table may have changed since it was shown.
 */
@Named
@RequestScoped
public class RecordingActions {
  private static final String ALL = "all";

  @Inject private DecisionService verdicts;
  @Inject private AnalysisService analysis;
  @Inject private ModelRenewalService renewals;
  @Inject private ViewerService viewers;
  @Inject private RecordingChangeService changes;
  @Inject private Wording wording;
  @Inject private CampaignPage page;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String recording;
  private String note;
  private String viewer;
  private String code;
  private String segments;
  private String chosen;
  private String attribute;
  private String value;

  /** Leaves the viewing out, with the note. */
  public void exclude() {
    done(id -> verdicts.decide(me.get(), id, new DecisionRequest(Decision.EXCLUDED, note)));
  }

  /** Judges the viewing by the settings alone again. */
  public void count() {
    recording = parameter("recording");
    done(id -> verdicts.decide(me.get(), id, new DecisionRequest(Decision.AUTOMATIC, null)));
  }

  public void analyseAgain() {
    recording = parameter("recording");
    done(id -> analysis.requestAgain(me.get(), id));
  }

  /** Analyses again what was analysed with a superseded emotion model. */
  public void renew() {
    tell(problems.told(() -> renewals.renew(me.get(), page.uuid())));
  }

  /** Leaves out all that are chosen, with the note. */
  public void excludeChosen() {
    change(RecordingAct.EXCLUDE);
  }

  public void includeChosen() {
    change(RecordingAct.INCLUDE);
  }

  /** Gives the viewers of all that are chosen the attribute. */
  public void describeChosen() {
    change(RecordingAct.SET_ATTRIBUTE);
  }

  public void analyseChosen() {
    change(RecordingAct.ANALYSE);
  }

  public void deleteChosen() {
    change(RecordingAct.DELETE);
  }

  private void change(RecordingAct act) {
    boolean well =
        problems.told(
            () -> {
              RecordingChangeOutcome outcome = changes.change(me.get(), page.uuid(), wanted(act));
              told(act, outcome);
            });
    tell(well);
  }

  /** Null chosen recordings are all that pass the table's filter. */
  private RecordingChangeRequest wanted(RecordingAct act) {
    if (ALL.equals(chosen)) {
      return page.getWishes().all(act, note, attribute, value);
    }
    List<UUID> ids =
        Arrays.stream((chosen == null ? "" : chosen).split(","))
            .filter(id -> !id.isBlank())
            .map(id -> PageAddress.id(id, ProblemCode.RECORDING_UNKNOWN))
            .toList();
    return new RecordingChangeRequest(
        act, ids, null, null, null, null, null, note, attribute, value);
  }

  private void told(RecordingAct act, RecordingChangeOutcome outcome) {
    String sentence = wording.count("chosen." + act.name(), outcome.changed());
    if (outcome.left() > 0) {
      sentence += " " + wording.count("chosen.left", outcome.left());
    }
    PrimeFaces.current().ajax().addCallbackParam("sentence", sentence);
  }

  private void done(Consumer<UUID> act) {
    boolean well =
        problems.told(() -> act.accept(PageAddress.id(recording, ProblemCode.RECORDING_UNKNOWN)));
    tell(well);
  }

  /** Replaces a viewer's code and attributes. */
  public void describe() {
    Actor actor = me.get();
    tell(problems.told(() -> viewers.describe(actor, page.uuid(), viewer, described())));
  }

  /** The page closes its dialog, or leaves it open with what went wrong. */
  private void tell(boolean well) {
    page.refresh();
    PrimeFaces.current().ajax().addCallbackParam("done", well);
  }

  private ViewerRequest described() {
    List<String> written =
        Arrays.stream((segments == null ? "" : segments).split(","))
            .map(String::strip)
            .filter(pair -> !pair.isEmpty())
            .toList();
    return RequestReader.query(
        ViewerRequest.class, Map.of("code", List.of(String.valueOf(code)), "segment", written));
  }

  private static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }

  public String getRecording() {
    return recording;
  }

  public void setRecording(String recording) {
    this.recording = recording;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getViewer() {
    return viewer;
  }

  public void setViewer(String viewer) {
    this.viewer = viewer;
  }

  public String getSegments() {
    return segments;
  }

  public void setSegments(String segments) {
    this.segments = segments;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Identifiers of recordings with commas between them, or {@code all} that pass the filter. */
  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getAttribute() {
    return attribute;
  }

  public void setAttribute(String attribute) {
    this.attribute = attribute;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }
}
