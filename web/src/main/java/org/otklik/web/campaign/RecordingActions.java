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
import org.otklik.web.session.CurrentActor;
import org.primefaces.PrimeFaces;

/**
 * What can be done to a recording of {@code campaign.xhtml}. Each request names its recording: the
 * table may have changed since it was shown.
 */
@Named
@RequestScoped
public class RecordingActions {
  @Inject private DecisionService verdicts;
  @Inject private AnalysisService analysis;
  @Inject private ModelRenewalService renewals;
  @Inject private ViewerService viewers;
  @Inject private CampaignPage page;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String recording;
  private String note;
  private String viewer;
  private String segments;

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

  private void done(Consumer<UUID> act) {
    boolean well =
        problems.told(() -> act.accept(PageAddress.id(recording, ProblemCode.RECORDING_UNKNOWN)));
    tell(well);
  }

  /** Replaces a viewer's attributes. */
  public void describe() {
    Actor actor = me.get();
    tell(problems.told(() -> viewers.describe(actor, page.uuid(), described())));
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
        ViewerRequest.class, Map.of("viewer", List.of(String.valueOf(viewer)), "segment", written));
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
}
