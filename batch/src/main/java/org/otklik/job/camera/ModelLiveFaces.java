package org.otklik.job.camera;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.otklik.camera.LiveFace;
import org.otklik.camera.LiveFaces;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.picture.DecoderLostException;
import org.otklik.media.picture.ImageDecoder;
import org.otklik.media.picture.UnreadableImageException;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.image.Frame;

/**
 * By the same models that jobs use. Live images take at most half of the processors, and jobs never
 * wait for them: each has threads of its own. An image that would have to wait is dropped, for the
 * next one is newer.
 */
@ApplicationScoped
public class ModelLiveFaces implements LiveFaces {
  private static final int MAX_WAIT_MS = 100;

  @Inject private VisionModels models;

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  /** One child for all: an image takes it some milliseconds. */
  private ImageDecoder decoder;

  @Override
  public Optional<List<LiveFace>> observe(byte[] image) throws UnusableImageException {
    if (!isPlaceFree()) {
      return Optional.empty();
    }
    try {
      Frame frame = decoded(image);
      return Optional.of(
          models.observer(VisionSettings.STANDARD).observe(List.of(frame)).get(0).faces().stream()
              .map(ModelLiveFaces::face)
              .toList());
    } finally {
      places.release();
    }
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

  private static LiveFace face(FaceObservation seen) {
    return new LiveFace(
        seen.face().box(), seen.reason(), emotions(seen.scores()), groups(seen.scores()));
  }

  private static Map<Emotion, Double> emotions(EmotionScores scores) {
    if (scores == null) {
      return null;
    }
    Map<Emotion, Double> emotions = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      emotions.put(emotion, scores.probability(emotion));
    }
    return emotions;
  }

  private static Map<EmotionGroup, Double> groups(EmotionScores scores) {
    if (scores == null) {
      return null;
    }
    Map<EmotionGroup, Double> groups = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : EmotionGroup.values()) {
      groups.put(group, scores.groupProbability(group, Polarity.STANDARD));
    }
    return groups;
  }

  @PreDestroy
  synchronized void close() {
    if (decoder != null) {
      decoder.close();
    }
  }
}
