package org.otklik.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;
import org.otklik.vision.image.Frame;

/** Small videos made on the fly, and what comes out of them. */
final class VideoFixture {
  static final Color GROUND = new Color(40, 60, 90);

  private VideoFixture() {}

  /** Times of a constant frame rate in microseconds, as exact as the container's clock. */
  static long[] constantRate(int frames, double hz) {
    long[] timesUs = new long[frames];
    for (int i = 0; i < frames; i++) {
      timesUs[i] = Math.round(i * 1e6 / hz);
    }
    return timesUs;
  }

  /** A bar wanders over the picture, so that no two frames are alike. */
  static Path video(Path file, Settings settings, long... timesUs) throws IOException {
    try (VideoWriter writer = VideoWriter.create(file, settings)) {
      for (int i = 0; i < timesUs.length; i++) {
        writer.write(bar(settings.widthPx(), settings.heightPx(), i), timesUs[i]);
      }
    }
    return file;
  }

  static Path video(Path file, int frames) throws IOException {
    return video(file, Settings.of(Format.MP4, 320, 180, 25), constantRate(frames, 25));
  }

  static BufferedImage bar(int width, int height, int index) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(index * 7 % width, 0, 12, height);
    graphics.dispose();
    return picture;
  }

  static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return picture;
  }

  static List<Frame> decode(Path video, DecodeSettings settings) throws UnusableMediaException {
    List<Frame> frames = new ArrayList<>();
    try (FrameStream stream = FrameStream.open(video, settings, DecoderChild.standard())) {
      for (Optional<Frame> f = stream.next(); f.isPresent(); f = stream.next()) {
        frames.add(f.get());
      }
    }
    return frames;
  }

  static List<Integer> times(List<Frame> frames) {
    return frames.stream().map(Frame::mediaTimeMs).toList();
  }

  static Color colourAt(Frame frame, int x, int y) {
    int at = 3 * (y * frame.widthPx() + x);
    byte[] bgr = frame.bgr();
    return new Color(bgr[at + 2] & 0xff, bgr[at + 1] & 0xff, bgr[at] & 0xff);
  }

  static boolean alike(Color one, Color other, int tolerance) {
    return Math.abs(one.getRed() - other.getRed()) <= tolerance
        && Math.abs(one.getGreen() - other.getGreen()) <= tolerance
        && Math.abs(one.getBlue() - other.getBlue()) <= tolerance;
  }
}
