package org.otklik.job.vision;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.VisionSettings;

/**
 * The models in memory: loaded once, used by all jobs of this server on videos and on images, each
 * with its settings.
 */
@ApplicationScoped
public class VisionModels {
  @Inject private ServerSettings settings;

  /** By the threads of one call: the only setting that a loaded model cannot change. */
  private final Map<Integer, FaceObserver> loaded = new HashMap<>();

  /** An observer with a run's own settings; it is closed with the models, not by the caller. */
  public FaceObserver observer(VisionSettings vision) {
    return loaded(vision).with(vision);
  }

  public ModelRelease release() {
    FaceObserver observer = loaded(VisionSettings.STANDARD);
    return new ModelRelease(
        observer.detectorCard().release(),
        observer.detectorCard().sha256(),
        observer.classifierCard().release(),
        observer.classifierCard().sha256());
  }

  private synchronized FaceObserver loaded(VisionSettings vision) {
    Path models = settings.modelsFolder();
    return loaded.computeIfAbsent(
        vision.intraOpThreads(),
        threads ->
            FaceObserver.load(
                models.resolve("face-detector"), models.resolve("emotion-classifier"), vision));
  }

  @PreDestroy
  synchronized void close() {
    loaded.values().forEach(FaceObserver::close);
  }
}
