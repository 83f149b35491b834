package org.otklik.testdata.synthetic;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/**
 * The video of somebody who watches an ad: a drawn head and shoulders in a room, with a face mixed
 * from the average faces as the script says. With a null script the room stays empty. For one
 * thread.
 */
public final class SyntheticViewer {
  private static final int NOISE_LEVELS = 1 << 20;

  private final ViewerScript script;
  private final Staging staging;
  private final BufferedImage room;
  private final BufferedImage picture;
  private final Bust bust;
  private final byte[] noise;
  private final Random random;
  private final double[] phases;

  /**
   * @param script null for an empty room
   * @param seed of the room, the movement and the noise
   */
  public SyntheticViewer(ViewerScript script, ViewerAppearance look, Staging staging, long seed) {
    this.script = script;
    this.staging = staging;
    this.random = new Random(seed);
    this.phases = random.doubles(8, 0, 2 * Math.PI).toArray();
    this.room = Room.draw(staging.widthPx(), staging.heightPx(), look.wall(), seed);
    this.picture =
        new BufferedImage(staging.widthPx(), staging.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    this.bust = new Bust(look);
    this.noise = new byte[NOISE_LEVELS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) Math.round(random.nextGaussian() * staging.noise());
    }
  }

  /**
   * @return the upright picture; valid until the next call
   */
  public BufferedImage picture(int mediaTimeMs) {
    Graphics2D graphics = Canvas.of(picture);
    graphics.drawImage(room, 0, 0, null);
    if (script != null && script.awayAt(mediaTimeMs) < 1) {
      place(graphics, mediaTimeMs / 1000.0, script.awayAt(mediaTimeMs));
      bust.draw(graphics, script.at(mediaTimeMs));
    }
    graphics.dispose();
    expose(mediaTimeMs);
    return picture;
  }

  /** Moves the origin to the point between the eyes and makes the face's breadth 1. */
  private void place(Graphics2D graphics, double seconds, double away) {
    double breadth = staging.faceShare() * staging.widthPx();
    double x = staging.centreX() * staging.widthPx();
    double y = staging.centreY() * staging.heightPx();
    x += staging.sway() * breadth * wander(seconds, 0);
    y += 0.5 * staging.sway() * breadth * wander(seconds, 3);
    x += away * (staging.widthPx() - x + 2.2 * breadth);
    graphics.translate(x, y);
    graphics.scale(breadth, breadth);
    graphics.rotate(Math.toRadians(staging.tiltDegrees() * wander(seconds, 5)), 0, 0.8);
  }

  /** Slow and never quite repeating, about -1..1. */
  private double wander(double seconds, int which) {
    return 0.6 * Math.sin(0.9 * seconds + phases[which])
        + 0.3 * Math.sin(1.7 * seconds + phases[which + 1])
        + 0.1 * Math.sin(3.1 * seconds + phases[which + 2]);
  }

  private void expose(int mediaTimeMs) {
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    // A place of its own in the noise for each time, whatever was drawn before.
    int at = Math.floorMod(mediaTimeMs * 7919, NOISE_LEVELS);
    int gain = (int) Math.round(staging.brightness() * 256);
    for (int i = 0; i < pixels.length; i++) {
      int level = ((pixels[i] & 0xff) * gain >> 8) + noise[at];
      pixels[i] = (byte) (level < 0 ? 0 : Math.min(level, 255));
      at = at + 1 & NOISE_LEVELS - 1;
    }
  }

  /** Writes the whole recording. */
  public void writeTo(Path video, Format format, int durationMs) throws IOException {
    writeTo(video, settings(format), durationMs);
  }

  VideoWriter.Settings settings(Format format) {
    int rotation = staging.rotationDegrees();
    boolean lying = rotation % 180 != 0;
    int width = lying ? staging.heightPx() : staging.widthPx();
    int height = lying ? staging.widthPx() : staging.heightPx();
    return VideoWriter.Settings.of(format, width, height, staging.frameRate()).rotated(rotation);
  }

  Path writeTo(Path video, VideoWriter.Settings settings, int durationMs) throws IOException {
    int frames = (int) Math.round(durationMs * staging.frameRate() / 1000.0);
    try (VideoWriter writer = VideoWriter.create(video, settings)) {
      for (int i = 0; i < frames; i++) {
        long timeUs = i * 1_000_000L / staging.frameRate();
        writer.write(stored((int) (timeUs / 1000)), timeUs);
      }
    }
    return video;
  }

  /** The picture as it lies in the video, which players turn upright. */
  BufferedImage stored(int mediaTimeMs) {
    BufferedImage upright = picture(mediaTimeMs);
    int degrees = staging.rotationDegrees();
    if (degrees == 0) {
      return upright;
    }
    boolean lying = degrees % 180 != 0;
    BufferedImage stored =
        new BufferedImage(
            lying ? upright.getHeight() : upright.getWidth(),
            lying ? upright.getWidth() : upright.getHeight(),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = stored.createGraphics();
    graphics.translate(stored.getWidth() / 2.0, stored.getHeight() / 2.0);
    graphics.rotate(Math.toRadians(-degrees));
    graphics.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
    graphics.drawImage(upright, 0, 0, null);
    graphics.dispose();
    return stored;
  }
}
