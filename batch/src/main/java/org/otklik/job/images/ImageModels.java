package org.otklik.job.images;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.otklik.analysis.ModelRelease;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.PictureObserver;
import org.otklik.vision.VisionSettings;

/** The models in memory, for single pictures: loaded once, used by all jobs of this server. */
@ApplicationScoped
class ImageModels {
  /** In a film eight faces are a family before the screen; a picture may show a crowd. */
  private static final int FACES = 100;

  @Inject private ServerSettings settings;

  private FaceObserver faces;

  VisionSettings visionSettings() {
    return VisionSettings.STANDARD.withFacesPerFrame(FACES);
  }

  PictureObserver observer() {
    return new PictureObserver(faces());
  }

  private synchronized FaceObserver faces() {
    if (faces == null) {
      Path models = settings.modelsFolder();
      faces =
          FaceObserver.load(
              models.resolve("face-detector"),
              models.resolve("emotion-classifier"),
              visionSettings());
    }
    return faces;
  }

  ModelRelease release() {
    return new ModelRelease(
        faces().detectorCard().release(),
        faces().detectorCard().sha256(),
        faces().classifierCard().release(),
        faces().classifierCard().sha256());
  }

  @PreDestroy
  synchronized void close() {
    if (faces != null) {
      faces.close();
    }
  }
}
