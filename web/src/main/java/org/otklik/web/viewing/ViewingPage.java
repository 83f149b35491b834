package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.DecisionService;
import org.otklik.analysis.viewing.ViewingDecision;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.campaign.Creative;
import org.otklik.emotion.Emotion;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.video.VideoCondition;
import org.otklik.video.VideoService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/** {@code viewing.xhtml}: one viewer's video in step with the ad, and what was seen in it. */
@Named
@RequestScoped
public class ViewingPage {
  @Inject private RecordingService recordings;
  @Inject private ResultService results;
  @Inject private DecisionService verdicts;
  @Inject private VideoService videos;
  @Inject private CurrentActor me;

  private String id;
  private Recording recording;
  private ViewingView view;
  private ViewingDecision verdict;
  private VideoCondition adVideo;

  /** Refuses readers, because the page shows a person, and unknown recordings. */
  public void open() {
    Actor actor = me.get();
    actor.requireUpload();
    UUID recordingId = PageAddress.id(id, ProblemCode.RECORDING_UNKNOWN);
    recording = recordings.recording(actor, recordingId);
    view = results.viewing(actor, recordingId);
    verdict = verdicts.verdicts(actor, recordingId).stream().findFirst().orElse(null);
    adVideo = videos.condition(recording.creative());
  }

  public Recording getRecording() {
    return recording;
  }

  public Creative getCreative() {
    return recording.creative();
  }

  public ViewingView getView() {
    return view;
  }

  /** The newest decision of an analyst, with its note; null where there is none. */
  public ViewingDecision getVerdict() {
    return verdict;
  }

  public VideoCondition getAdVideo() {
    return adVideo;
  }

  public Emotion[] getEmotions() {
    return Emotion.values();
  }

  public boolean isAnalysed() {
    return view.state() == RunState.COMPLETED;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
