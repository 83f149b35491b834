package org.otklik.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.NewRecording;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.recording.SubjectRole;
import org.otklik.storage.FilmIntake;
import org.otklik.storage.StagedFilm;
import org.otklik.web.api.QueryFields;

/**
 * Takes in films as streams. All that is said of a film is checked before the first byte of it is
 * read, so that nobody uploads a gigabyte to be told of a missing name.
 */
@ApplicationScoped
public class FilmUploads {
  @Inject private FilmIntake intake;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;

  /**
   * @param mediaType as claimed by the sender; only used to tell a form from a film
   */
  public Creative creative(
      Actor actor, UUID campaignId, CreativeRequest request, String mediaType, InputStream body) {
    campaigns.checkNewCreative(actor, campaignId, request);
    refuseForm(mediaType);
    try (StagedFilm film = intake.receive(body)) {
      return campaigns.addCreative(actor, campaignId, request, film);
    }
  }

  /**
   * @param query {@code viewer}, {@code creativeStartMs}, {@code subjectRole}, {@code consent}, and
   *     {@code segment} any number of times
   * @param mediaType as claimed by the sender; only used to tell a form from a film
   */
  public Recording recording(
      Actor actor,
      UUID creativeId,
      Map<String, List<String>> query,
      String mediaType,
      InputStream body) {
    checkRecording(actor, creativeId, query);
    refuseForm(mediaType);
    try (StagedFilm film = intake.receive(body)) {
      return recordings.add(actor, creativeId, said(query), film);
    }
  }

  /** Refuses what {@link #recording} would, before the film is sent. */
  void checkRecording(Actor actor, UUID creativeId, Map<String, List<String>> query) {
    said(query);
    recordings.checkNew(actor, creativeId);
  }

  static NewRecording said(Map<String, List<String>> query) {
    QueryFields fields =
        new QueryFields(query, "viewer", "creativeStartMs", "subjectRole", "consent", "segment");
    return new NewRecording(
        fields.text("viewer"),
        fields.pairs("segment"),
        fields.wholeNumber("creativeStartMs", 0),
        SubjectRole.of(fields.text("subjectRole")),
        fields.text("consent"));
  }

  private static void refuseForm(String mediaType) {
    if (mediaType != null && mediaType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new ProblemException(ProblemCode.BODY_IS_A_FORM);
    }
  }
}
