package org.otklik.analysis.voice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.run.UsedModel;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.voice.HeardVoice;
import org.otklik.voice.VoiceCurve;
import org.otklik.voice.VoiceSummary;
import org.otklik.voice.VoiceVote;

/** Keeps what is heard of voices, and shows it, limited to the actor's clients. */
@Stateless
public class VoiceService {
  @Inject private VoiceStore store;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private AuditService audit;

  /**
   * Keeps what a run heard, in place of what it had heard before.
   *
   * @param modelName of the classifier, with its version
   */
  public void keep(
      long runId, Recording recording, HeardVoice voice, String modelName, String modelSha256) {
    store.replace(runId, voice, modelName, modelSha256, recording.creative().durationSeconds());
  }

  /**
   * What the newest completed analysis heard; empty where it did not listen.
   *
   * @throws ProblemException NOT_ALLOWED for readers: windows tell when a person spoke
   */
  public Optional<ViewingVoice> voice(Actor actor, UUID recordingId) {
    actor.requireUpload();
    Recording recording = recordings.recording(actor, recordingId);
    audit.seen(
        actor,
        AuditKind.VIEWER_FRAMES_SEEN,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId));
    return store.newest(recording.id());
  }

  /** Whether the newest completed analysis of the recording listened to the voice. */
  public boolean isHeard(Recording recording) {
    return store.newest(recording.id()).isPresent();
  }

  /** That classified the voices in the creative's figures. */
  public List<UsedModel> models(Actor actor, UUID creativeId) {
    return store.models(campaigns.creative(actor, creativeId).id());
  }

  /**
   * Over the counted viewings of a segment; nobody where no voice was analysed.
   *
   * @throws ProblemException GROUP_TOO_SMALL when too few viewers of a segment are heard to be
   *     shown
   */
  public CreativeVoice creative(Actor actor, UUID creativeId, ViewerSegment segment) {
    Creative creative = campaigns.creative(actor, creativeId);
    List<VoiceVote> votes = store.votes(creative.id(), segment);
    Optional<VoiceSummary> summary = VoiceSummary.of(votes);
    int least = creative.campaign().leastGroupSize();
    if (!segment.isEverybody() && summary.map(VoiceSummary::viewers).orElse(0) < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return new CreativeVoice(least, summary, VoiceCurve.of(votes));
  }
}
