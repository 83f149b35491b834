package org.otklik.media.encoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.media.decoder.UprightScaler.UprightFrame;
import org.otklik.media.decoder.UprightSize;

/** What the server has drawn for a video, as PNG. */
final class PngFrame {
  private static final int CHANNELS = 3;

  private PngFrame() {}

  /**
   * @param heightPx of the frame; a lower image stands in its middle
   * @return to be freed by the caller
   */
  static AVFrame yuv(String png, int widthPx, int heightPx) throws IOException {
    BufferedImage image = ImageIO.read(Path.of(png).toFile());
    UprightSize size = new UprightSize(image.getWidth(), image.getHeight(), 0, 0, 0);
    try (BgrToYuv converter = new BgrToYuv(new UprightSize(widthPx, heightPx, 0, 0, 0))) {
      return converter.converted(new UprightFrame(size, bgr(image)));
    }
  }

  private static byte[] bgr(BufferedImage image) {
    byte[] bgr = new byte[CHANNELS * image.getWidth() * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int at = CHANNELS * (y * image.getWidth() + x);
        bgr[at] = (byte) rgb;
        bgr[at + 1] = (byte) (rgb >> 8);
        bgr[at + 2] = (byte) (rgb >> 16);
      }
    }
    return bgr;
  }
}
