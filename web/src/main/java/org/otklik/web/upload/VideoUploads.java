package org.otklik.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.RecordingService;
import org.otklik.storage.StagedVideo;
import org.otklik.storage.VideoIntake;

/**
 * Takes in videos as streams. All that is said of a video is checked before the first byte of it is
 * read, so that nobody uploads a gigabyte to be told of a missing name.
 */
@ApplicationScoped
public class VideoUploads {
  @Inject private VideoIntake intake;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;

  /**
   * @param mediaType as claimed by the sender; only used to tell a form from a video
   */
  public Creative creative(
      Actor actor, UUID campaignId, CreativeRequest request, String mediaType, InputStream body) {
    campaigns.checkNewCreative(actor, campaignId, request);
    refuseForm(mediaType);
    try (StagedVideo video = intake.receive(body)) {
      return campaigns.addCreative(actor, campaignId, request, video);
    }
  }

  /**
   * @param mediaType as claimed by the sender; only used to tell a form from a video
   */
  public Recording recording(
      Actor actor, UUID creativeId, RecordingRequest request, String mediaType, InputStream body) {
    recordings.checkNew(actor, creativeId, request);
    refuseForm(mediaType);
    try (StagedVideo video = intake.receive(body)) {
      return recordings.add(actor, creativeId, request, video);
    }
  }

  private static void refuseForm(String mediaType) {
    if (mediaType != null && mediaType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new ProblemException(ProblemCode.BODY_IS_A_FORM);
    }
  }
}
