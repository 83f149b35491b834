package org.otklik.job.analyse;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.otklik.analysis.ModelRelease;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.VisionSettings;

/** The models in memory: loaded once, used by all jobs of this server. */
@ApplicationScoped
class VisionModels {
  @Inject private ServerSettings settings;

  private FaceObserver observer;

  synchronized FaceObserver observer() {
    if (observer == null) {
      Path models = settings.modelsFolder();
      observer =
          FaceObserver.load(
              models.resolve("face-detector"),
              models.resolve("emotion-classifier"),
              VisionSettings.STANDARD);
    }
    return observer;
  }

  ModelRelease release() {
    return new ModelRelease(
        observer().detectorCard().release(),
        observer().detectorCard().sha256(),
        observer().classifierCard().release(),
        observer().classifierCard().sha256());
  }

  @PreDestroy
  synchronized void close() {
    if (observer != null) {
      observer.close();
    }
  }
}
