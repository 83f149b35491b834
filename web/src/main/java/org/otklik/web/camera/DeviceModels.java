package org.otklik.web.camera;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.emotion.Emotion;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.model.Alignment;
import org.otklik.vision.model.Decoding;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.ModelTask;
import org.otklik.vision.model.UnusableModelException;

/**
 * The models that this server uses, for browsers that run them themselves: read once, when somebody
 * asks for the first time. They are offered where the build brought ONNX Runtime for browsers and
 * the models are such as {@code device-pipeline.js} can feed.
 */
@ApplicationScoped
public class DeviceModels {
  private static final System.Logger LOG = System.getLogger(DeviceModels.class.getName());

  /** In the web archive: what {@code src/main/npm/pack.mjs} wrote. */
  static final String RUNTIME = "/WEB-INF/device/";

  @Inject private ServerSettings settings;
  @Inject private ServletContext web;

  private DeviceModel detector;
  private DeviceModel classifier;

  /** Of ONNX Runtime's files, a part of their addresses; empty where the build brought none. */
  public Optional<String> runtimeVersion() {
    try (InputStream file = web.getResourceAsStream(RUNTIME + "version")) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a browser may run them. */
  public boolean areOffered() {
    if (runtimeVersion().isEmpty()) {
      return false;
    }
    try {
      return canBeFed(detectorCard(), classifierCard());
    } catch (UnusableModelException e) {
      LOG.log(System.Logger.Level.WARNING, "No models for browsers: {0}", e.getMessage());
      return false;
    }
  }

  static boolean canBeFed(ModelCard detector, ModelCard classifier) {
    boolean alike =
        Stream.of(Emotion.values())
            .map(emotion -> emotion.name().toLowerCase(Locale.ROOT))
            .allMatch(classifier.labels()::contains);
    return detector.output().decoding() == Decoding.FACE_CELLS
        && detector.input().colourOrder() == ColourOrder.BGR
        && classifier.output().decoding() == Decoding.PROBABILITIES
        && classifier.input().colourOrder() == ColourOrder.GREY
        && classifier.input().alignment() != Alignment.LANDMARKS
        // Quality is judged at this size, and the page makes one crop only.
        && classifier.input().widthPx() == 48
        && classifier.input().heightPx() == 48
        && alike
        && classifier.classes().size() == Emotion.values().length;
  }

  public ModelCard detectorCard() {
    return ModelCard.in(detectorFolder());
  }

  public ModelCard classifierCard() {
    return ModelCard.in(classifierFolder());
  }

  /**
   * @throws UnusableModelException if the server's folder holds no usable model
   */
  public synchronized DeviceModel detector() {
    if (detector == null) {
      detector = DeviceModel.in(detectorFolder(), ModelTask.FACE_DETECTION);
    }
    return detector;
  }

  /**
   * @throws UnusableModelException if the server's folder holds no usable model
   */
  public synchronized DeviceModel classifier() {
    if (classifier == null) {
      classifier = DeviceModel.in(classifierFolder(), ModelTask.EMOTION_CLASSIFICATION);
    }
    return classifier;
  }

  private Path detectorFolder() {
    return settings.modelsFolder().resolve("face-detector");
  }

  private Path classifierFolder() {
    return settings.modelsFolder().resolve("emotion-classifier");
  }
}
