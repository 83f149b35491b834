package org.otklik.it;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.otklik.emotion.Emotion;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.testdata.synthetic.ViewerScript;

/**
 * What a browser's camera shows in tests: JPEG after JPEG, a drawn viewer who smiles now and then,
 * with the number of each frame below.
 */
final class CameraVideo {
  static final int WIDTH_PX = 320;
  static final int HEIGHT_PX = 240;
  static final int FRAME_RATE = 30;

  /** The face changes so often. */
  private static final int FRAMES_A_FACE = 15;

  private static final int SCRIPT_MS = 6000;

  private CameraVideo() {}

  /**
   * @param seconds after which it begins again
   */
  static Path draw(int seconds) {
    try {
      DemoViewer viewer = DemoCampaign.viewers().get(0);
      SyntheticViewer drawn =
          new SyntheticViewer(
              ViewerScript.neutral().feels(Emotion.HAPPINESS, 1, 2000, 4000),
              viewer.look(),
              Staging.of(WIDTH_PX, HEIGHT_PX, FRAME_RATE),
              viewer.seed());
      Path video = TestGround.newFolder("camera").resolve("camera.mjpeg");
      try (OutputStream out = Files.newOutputStream(video)) {
        BufferedImage face = null;
        for (int frame = 0; frame < seconds * FRAME_RATE; frame++) {
          if (frame % FRAMES_A_FACE == 0) {
            face = drawn.picture(frame * 1000 / FRAME_RATE % SCRIPT_MS);
          }
          TimeCode.draw(face, frame);
          ImageIO.write(face, "jpg", out);
        }
      }
      return video;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
