package org.otklik.job.summarise;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import org.otklik.analysis.result.ThumbnailService;
import org.otklik.campaign.CampaignService;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoThumbnails;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;

/** Takes one small picture of the creative for each second that has none yet. */
@Dependent
@Named
@OutageAware
public class ThumbnailCreativeBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG =
      System.getLogger(ThumbnailCreativeBatchlet.class.getName());

  private static final int WIDTH_PX = 480;

  @Inject @BatchProperty private long creativeId;
  @Inject private CampaignService campaigns;
  @Inject private ThumbnailService pictures;
  @Inject private MediaStore store;
  @Inject private StandbyDecoder decoder;

  /** A video that cannot be read any more does not keep its numbers from being computed. */
  @Override
  public String process() {
    if (campaigns.creative(creativeId).isScript()) {
      return "NO_VIDEO";
    }
    List<Integer> missing = pictures.missingTimesMs(creativeId);
    if (missing.isEmpty()) {
      return "NOTHING_MISSING";
    }
    try (StoredFile video = store.open(campaigns.creative(creativeId).mediaSha256())) {
      pictures.keep(
          creativeId, VideoThumbnails.grab(video.path(), missing, WIDTH_PX, decoder.child()));
      return "PICTURED";
    } catch (IOException | UnusableMediaException e) {
      LOG.log(Level.WARNING, "Creative " + creativeId + " gives no pictures", e);
      return "UNREADABLE";
    }
  }
}
