package org.otklik.job.images;

import org.otklik.vision.VisionSettings;

/** How single images are observed. */
final class ImageVision {
  /** In a video eight faces are a family before the screen; a picture may show a crowd. */
  private static final int MAX_FACES = 100;

  static final VisionSettings SETTINGS = VisionSettings.STANDARD.withFacesPerFrame(MAX_FACES);

  private ImageVision() {}
}
