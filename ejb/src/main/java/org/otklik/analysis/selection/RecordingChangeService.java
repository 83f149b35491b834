package org.otklik.analysis.selection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.ViewingSearch;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.SummaryState;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.recording.Viewer;
import org.otklik.request.RequestValidator;

/** Acts on many recordings of a campaign, each act all or nothing. */
@Stateless
public class RecordingChangeService {
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private AnalysisService analysis;
  @Inject private ViewingSearch search;
  @Inject private SelectionStore store;
  @Inject private RecordingRemoval removal;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /**
   * @throws ProblemException RECORDING_UNKNOWN when one that is named is not the campaign's;
   *     FIELD_MISSING when nobody says which recordings, why, or which attribute
   */
  public RecordingChangeOutcome change(
      Actor actor, UUID campaignId, RecordingChangeRequest request) {
    actor.requireUpload();
    long campaign = campaigns.campaign(actor, campaignId).id();
    RequestValidator.valid(request);
    List<Long> chosen = chosen(campaign, request);
    return new RecordingChangeOutcome(chosen.size(), done(actor, request, chosen));
  }

  /**
   * Deletes one recording with all that was made of it.
   *
   * @throws ProblemException ANALYSIS_RUNNING while it is being analysed
   */
  public void delete(Actor actor, UUID recordingId) {
    actor.requireUpload();
    Recording recording = recordings.recording(actor, recordingId);
    if (delete(actor, List.of(recording.id())) == 0) {
      throw new ProblemException(ProblemCode.ANALYSIS_RUNNING);
    }
  }

  /**
   * Deletes a viewer's recordings with all that was made of them, and the viewer with all answers.
   *
   * <p>While a recording is being analysed, what is left of the viewer is deleted when this is
   * asked again.
   */
  public void eraseViewer(Actor actor, Viewer viewer) {
    List<Long> all = store.ofViewer(viewer.id());
    if (delete(actor, all) == all.size()) {
      store.removeViewer(viewer.id());
    }
  }

  /** Whatever reads or changes figures that the viewer is in, ends before, or waits. */
  public void lockCreativesOf(Viewer viewer) {
    locked(store.ofViewer(viewer.id()));
  }

  /**
   * Deletes some recordings of a creative that is being deleted itself: its figures are not made
   * anew.
   *
   * @return how many; none when all that are left are being analysed
   */
  public int deleteSome(Actor actor, long creativeId, int most) {
    List<UUID> deleted = removal.remove(store.idleOfCreative(creativeId, most));
    tellDeleted(actor, deleted);
    return deleted.size();
  }

  private List<Long> chosen(long campaign, RecordingChangeRequest request) {
    if (request.isForAll()) {
      if (request.recordings() != null) {
        throw new ProblemException(ProblemCode.FIELD_INVALID, "all", "true", "recordings = null");
      }
      return search.keys(campaign, request.filter());
    }
    if (request.recordings() == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "recordings");
    }
    List<UUID> named = request.recordings().stream().distinct().toList();
    List<Long> found = search.keys(campaign, named);
    if (found.size() < named.size()) {
      throw new ProblemException(ProblemCode.RECORDING_UNKNOWN);
    }
    return found;
  }

  private int done(Actor actor, RecordingChangeRequest request, List<Long> chosen) {
    return switch (request.act()) {
      case EXCLUDE -> decide(actor, chosen, Decision.EXCLUDED, needed("note", request.note()));
      case INCLUDE -> decide(actor, chosen, Decision.AUTOMATIC, request.note());
      case SET_ATTRIBUTE ->
          store.setAttribute(chosen, needed("attribute", request.attribute()), request.value());
      case ANALYSE -> analysis.requestAgain(actor, chosen);
      case DELETE -> delete(actor, chosen);
    };
  }

  private static String needed(String field, String value) {
    if (value == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    return value;
  }

  private int decide(Actor actor, List<Long> chosen, Decision decision, String note) {
    List<Creative> locked = locked(chosen);
    List<UUID> decided = store.decide(chosen, decision, note, actor.userId());
    decided.forEach(
        id ->
            audit.done(
                actor,
                AuditKind.VERDICT_CHANGED,
                AuditSubject.of(AuditSubject.Kind.RECORDING, id),
                "→ " + decision));
    recalculate(decided.isEmpty() ? List.of() : locked);
    return decided.size();
  }

  private int delete(Actor actor, List<Long> chosen) {
    List<Creative> locked = locked(chosen);
    List<UUID> deleted = removal.remove(chosen);
    tellDeleted(actor, deleted);
    locked.stream()
        .filter(Creative::isScript)
        .forEach(script -> script.shrinkTo(store.longestMs(script.id())));
    recalculate(deleted.isEmpty() ? List.of() : locked);
    return deleted.size();
  }

  private void tellDeleted(Actor actor, List<UUID> deleted) {
    deleted.forEach(
        id ->
            audit.done(actor, AuditKind.ERASED, AuditSubject.of(AuditSubject.Kind.RECORDING, id)));
  }

  private List<Creative> locked(List<Long> chosen) {
    return store.creatives(chosen).stream().map(campaigns::lockCreative).toList();
  }

  private void recalculate(List<Creative> creatives) {
    for (Creative creative : creatives) {
      if (creative.summaryState() != SummaryState.EMPTY) {
        creative.outdate();
        queue.request(JobName.SUMMARISE_CREATIVE, creative.id());
      }
    }
  }
}
