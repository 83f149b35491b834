package org.otklik.job.summarise;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.otklik.analysis.result.SceneService;
import org.otklik.campaign.CampaignService;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoSound;
import org.otklik.media.scene.VideoScenes;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.trailer.SceneBegin;

/** Tells the creative's scenes apart and hears where its sound pauses, once. */
@Dependent
@Named
@OutageAware
public class SceneCreativeBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(SceneCreativeBatchlet.class.getName());

  @Inject @BatchProperty private long creativeId;
  @Inject private CampaignService campaigns;
  @Inject private SceneService scenes;
  @Inject private MediaStore store;
  @Inject private StandbyDecoder decoder;

  /** A video that cannot be read any more does not keep its numbers from being computed. */
  @Override
  public String process() {
    if (campaigns.creative(creativeId).isScript()) {
      return "NO_VIDEO";
    }
    boolean isKnown = scenes.isKnown(creativeId);
    boolean isHeard = scenes.isHeard(creativeId);
    if (isKnown && isHeard) {
      return "NOTHING_MISSING";
    }
    try (StoredFile video = store.open(campaigns.creative(creativeId).mediaSha256())) {
      if (!isKnown) {
        scenes.keep(
            creativeId,
            VideoScenes.borders(video.path(), decoder.child()).stream()
                .map(border -> new SceneBegin(border.atMs(), border.transitionMs()))
                .toList());
      }
      if (!isHeard) {
        scenes.keepLevels(creativeId, VideoSound.levels(video.path(), decoder.child()));
      }
      return "TOLD_APART";
    } catch (IOException | UnusableMediaException e) {
      LOG.log(Level.WARNING, "Creative " + creativeId + " gives no scenes", e);
      return "UNREADABLE";
    }
  }
}
