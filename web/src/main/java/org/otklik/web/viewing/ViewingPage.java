package org.otklik.web.viewing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.FaceChoiceService;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.DecisionService;
import org.otklik.analysis.viewing.FaceChoiceRequest;
import org.otklik.analysis.viewing.ShownFace;
import org.otklik.analysis.viewing.ViewingDecision;
import org.otklik.analysis.viewing.ViewingNeighbour;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.campaign.Creative;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;
import org.otklik.identity.Actor;
import org.otklik.metric.ExclusionReason;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.video.VideoCondition;
import org.otklik.video.VideoService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code viewing.xhtml}: one viewer's video in step with the ad, and what was seen in it. */
@Named
@ViewScoped
public class ViewingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<ExclusionReason> UNDECIDED =
      EnumSet.of(ExclusionReason.SEVERAL_FACES, ExclusionReason.NOT_UPRIGHT);

  @Inject private RecordingService recordings;
  @Inject private ResultService results;
  @Inject private DecisionService verdicts;
  @Inject private VideoService videos;
  @Inject private AnalysisService analysis;
  @Inject private FaceChoiceService choices;
  @Inject private PageProblems problems;
  @Inject private Wording wording;
  @Inject private CurrentActor me;

  private String id;

  // Read anew for every request, at most once.
  private transient Recording recording;
  private transient ViewingView view;
  private transient ViewingDecision verdict;
  private transient VideoCondition adVideo;
  private transient List<ShownFace> faces;
  private transient ViewingNeighbour previous;
  private transient ViewingNeighbour next;

  /** Refuses readers, because the page shows a person, and unknown recordings. */
  public void open() {
    Actor actor = me.get();
    actor.requireUpload();
    UUID recordingId = PageAddress.id(id, ProblemCode.RECORDING_UNKNOWN);
    recording = recordings.recording(actor, recordingId);
    view = results.viewing(actor, recordingId);
    faces = choices.faces(actor, recordingId);
    verdict = verdicts.verdicts(actor, recordingId).stream().findFirst().orElse(null);
    adVideo = videos.condition(recording.creative());
    previous = results.viewingBefore(actor, recordingId).orElse(null);
    next = results.viewingAfter(actor, recordingId).orElse(null);
    wording.speakOfCalls(recording.isCall());
  }

  private void openIfNotYet() {
    if (recording == null) {
      open();
    }
  }

  public Recording getRecording() {
    openIfNotYet();
    return recording;
  }

  /** The stretches in which the creative ran, as JSON: begin and end in the recording, creative. */
  public String getClock() {
    return recording.clock().pieces().stream()
        .map(one -> List.of(one.fromMs(), one.untilMs(), one.creativeFromMs()).toString())
        .collect(Collectors.joining(",", "[", "]"));
  }

  public Creative getCreative() {
    return getRecording().creative();
  }

  public ViewingView getView() {
    openIfNotYet();
    return view;
  }

  /** The viewing before this one in the order of upload; null where this is the first. */
  public ViewingNeighbour getPrevious() {
    openIfNotYet();
    return previous;
  }

  /** The viewing after this one; null where this is the last. */
  public ViewingNeighbour getNext() {
    openIfNotYet();
    return next;
  }

  /** Whether its frames are found lying or upside down, and no new analysis is under way. */
  public boolean isTurnNeeded() {
    return getView().turnDegrees() != null
        && view.state().isEnded()
        && recording.mediaSha256() != null;
  }

  /** Whether no frame has a viewer because an analyst has something to decide first. */
  public boolean isUndecided() {
    return UNDECIDED.contains(getView().reason());
  }

  /** Analyses the recording again with its frames turned upright. */
  public void turn() {
    open();
    if (isTurnNeeded()
        && problems.told(
            () -> analysis.requestTurned(me.get(), recording.publicId(), view.turnDegrees()))) {
      PageRedirect.to("/viewing.xhtml?id=" + recording.publicId());
    }
  }

  /** The faces of which the viewer's has to be chosen; none where it is clear. */
  public List<ShownFace> getFaces() {
    openIfNotYet();
    return faces;
  }

  /** Whether the faces in question may be one person. */
  public boolean isMaybeOne() {
    return getFaces().stream().anyMatch(ShownFace::mayBeOne);
  }

  /** Takes both faces, one after the other, for the viewer's. */
  public void chooseBoth() {
    choose(getFaces().get(0), true);
  }

  /** Takes this face for the viewer's. */
  public void choose(ShownFace face) {
    choose(face, false);
  }

  private void choose(ShownFace face, boolean isOnePerson) {
    FaceChoiceRequest centre =
        new FaceChoiceRequest(
            face.mediaTimeMs(),
            Math.round(face.box().centreXPx()),
            Math.round(face.box().centreYPx()),
            isOnePerson);
    UUID recordingId = PageAddress.id(id, ProblemCode.RECORDING_UNKNOWN);
    if (problems.told(() -> choices.choose(me.get(), recordingId, centre))) {
      PageRedirect.to("/viewing.xhtml?id=" + recordingId);
    }
  }

  /** Clockwise turn with which the recording was analysed, beyond what the file asks for. */
  public int getTurnDegrees() {
    return getView().settings().turnDegrees();
  }

  /** Of the frame as it was analysed, upright. */
  public int getWidthPx() {
    return isLying() ? getRecording().heightPx() : getRecording().widthPx();
  }

  public int getHeightPx() {
    return isLying() ? getRecording().widthPx() : getRecording().heightPx();
  }

  private boolean isLying() {
    return getTurnDegrees() % 180 != 0;
  }

  /** The newest decision of an analyst, with its note; null where there is none. */
  public ViewingDecision getVerdict() {
    openIfNotYet();
    return verdict;
  }

  public VideoCondition getAdVideo() {
    openIfNotYet();
    return adVideo;
  }

  public Emotion[] getEmotions() {
    return Emotion.values();
  }

  public FaceMovement[] getMovements() {
    return FaceMovement.values();
  }

  public boolean isAnalysed() {
    return getView().state() == RunState.COMPLETED;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
