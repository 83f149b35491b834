package org.otklik.job.camera;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.camera.LiveFaces;
import org.otklik.camera.LivePace;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.picture.DecoderLostException;
import org.otklik.media.picture.ImageDecoder;
import org.otklik.media.picture.UnreadableImageException;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.image.Frame;

/**
 * By the same models that jobs use. Live images take at most half of the processors, first come,
 * first served, and jobs never wait for them: each has threads of its own. An image that would have
 * to wait is dropped, for the next one is newer; {@link LivePace} tells cameras how often to send.
 */
@ApplicationScoped
public class ModelLiveFaces implements LiveFaces {
  private static final int MAX_WAIT_MS = 100;
  private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final double NANOS_A_MS = 1e6;

  @Inject private VisionModels models;

  private final Semaphore places = new Semaphore(PLACES, true);
  private final LivePace pace = new LivePace(PLACES);

  /** One child for all: an image takes it some milliseconds. */
  private ImageDecoder decoder;

  @Override
  public Optional<FrameObservation> observe(
      String source, byte[] image, int mediaTimeMs, boolean isChecked)
      throws UnusableImageException {
    pace.came(source, System.nanoTime() / 1_000_000);
    if (!isPlaceFree()) {
      return Optional.empty();
    }
    long begunNanos = System.nanoTime();
    try {
      Frame seen = decoded(image);
      Frame frame =
          new Frame(
              mediaTimeMs,
              seen.widthPx(),
              seen.heightPx(),
              seen.sourceWidthPx(),
              seen.sourceHeightPx(),
              seen.bgr());
      return Optional.of(
          models
              .observer(VisionSettings.STANDARD)
              .observeVideo(List.of(frame), isChecked ? Set.of(0) : Set.of(), Set.of())
              .get(0));
    } finally {
      pace.took((System.nanoTime() - begunNanos) / NANOS_A_MS);
      places.release();
    }
  }

  @Override
  public int nextAfterMs() {
    return pace.nextAfterMs();
  }

  @Override
  public ModelRelease release() {
    return models.release();
  }

  private boolean isPlaceFree() {
    try {
      return places.tryAcquire(MAX_WAIT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Frame decoded(byte[] image) throws UnusableImageException {
    if (decoder == null) {
      decoder = ImageDecoder.standard();
    }
    try {
      return decoder.decode(image);
    } catch (UnreadableImageException | DecoderLostException e) {
      throw new UnusableImageException("An image of a camera cannot be read", e);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (decoder != null) {
      decoder.close();
    }
  }
}
