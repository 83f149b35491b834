package org.otklik.testdata.synthetic;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/**
 * The ad of a tea that does not exist: rain takes an umbrella, the wind brings it back with a cat.
 * 20 s, 1280 x 720, 25 frames a second, no sound; what is when, {@link CreativeScene} says.
 */
public final class SyntheticCreative {
  public static final int WIDTH_PX = Landscape.WIDTH;
  public static final int HEIGHT_PX = Landscape.HEIGHT;
  public static final int FRAME_RATE = 25;
  public static final int DURATION_MS = CreativeScene.PACKSHOT.toMs();

  private static final int BITS_PER_SECOND = 400_000;
  private static final double FADE_S = 0.5;
  private static final double GIRL_X = 470;
  private static final double GROUND_Y = 632;

  private final BufferedImage picture =
      new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_3BYTE_BGR);
  private final BufferedImage layer =
      new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_ARGB_PRE);

  /**
   * @return valid until the next call
   */
  public BufferedImage picture(int mediaTimeMs) {
    double seconds = mediaTimeMs / 1000.0;
    double story = CreativeScene.LOST_UMBRELLA.fromMs() / 1000.0;
    double end = CreativeScene.PACKSHOT.fromMs() / 1000.0;
    Graphics2D graphics = Canvas.of(picture);
    if (seconds < story) {
      title(graphics, seconds);
    } else if (seconds < end) {
      story(graphics, seconds);
    } else {
      TeaTable.draw(graphics, seconds - end);
    }
    if (seconds >= story && seconds < story + FADE_S) {
      fade(graphics, 1 - (seconds - story) / FADE_S, below -> title(below, seconds));
    }
    if (seconds >= end && seconds < end + FADE_S) {
      fade(graphics, 1 - (seconds - end) / FADE_S, below -> story(below, seconds));
    }
    graphics.dispose();
    return picture;
  }

  private interface Drawing {
    void on(Graphics2D graphics);
  }

  private void fade(Graphics2D graphics, double opacity, Drawing before) {
    Graphics2D below = Canvas.of(layer);
    before.on(below);
    below.dispose();
    graphics.setComposite(
        AlphaComposite.getInstance(
            AlphaComposite.SRC_OVER, (float) Easing.smooth(Easing.clip(opacity))));
    graphics.drawImage(layer, 0, 0, null);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void title(Graphics2D graphics, double seconds) {
    Landscape.draw(graphics, seconds, 0.35, 1);
    Color white = new Color(255, 250, 240);
    CreativeText.draw(
        graphics, "Отклик чай", 640, 236, 84, white, Easing.smooth((seconds - 0.3) / 0.8));
    CreativeText.draw(
        graphics, "Утро бывает разным…", 640, 312, 40, white, Easing.smooth((seconds - 1.0) / 0.8));
  }

  private void story(Graphics2D graphics, double seconds) {
    double sun = Easing.smooth(Easing.passed(seconds, 8.6, 11.4));
    double dawn = 0;
    Landscape.draw(graphics, seconds, sun, dawn);
    double wet = 1 - Easing.smooth(Easing.passed(seconds, 8.0, 10.2));
    Rain.puddle(graphics, seconds, Math.max(wet, 0.25));
    if (seconds < CreativeScene.CAT_FROM_THE_SKY.fromMs() / 1000.0) {
      lostUmbrella(graphics, seconds);
    } else if (seconds < CreativeScene.DANCE.fromMs() / 1000.0) {
      catFromTheSky(graphics, seconds);
    } else {
      dance(graphics, seconds);
    }
    Rain.draw(graphics, seconds, wet);
  }

  /** She holds it against the rain, a gust takes it, she looks after it, then down. */
  private void lostUmbrella(Graphics2D graphics, double seconds) {
    double gone = Easing.passed(seconds, 4.3, 6.0);
    double grief = Easing.smooth(Easing.passed(seconds, 4.8, 5.8));
    double reach = Math.sin(Math.PI * Easing.passed(seconds, 4.2, 5.6));
    double lookDown = Easing.smooth(Easing.passed(seconds, 5.8, 6.5));
    double shiver = seconds > 5.8 ? 1.2 * Math.sin(seconds * 26) : 0;
    Girl.draw(
        graphics,
        new Girl.Pose(
            GIRL_X + shiver,
            GROUND_Y,
            Easing.between(0.25, -1, grief),
            0.45 * reach,
            Easing.between(0.3, 0, lookDown),
            Easing.between(-0.6, 1, lookDown),
            10 + 20 * reach,
            Easing.between(118, 20, lookDown) + 30 * reach,
            4 * reach));
    double flight = gone * gone;
    Umbrella.draw(
        graphics,
        GIRL_X + 112 + 620 * flight,
        GROUND_Y - 196 - 500 * flight,
        -16 * (1 - gone) + 4 * Math.sin(seconds * 3) + 150 * flight,
        0.92);
  }

  /** It comes down again, and somebody hangs on to it. */
  private void catFromTheSky(Graphics2D graphics, double seconds) {
    double fall = Easing.out(Easing.passed(seconds, 7.7, 10.3));
    double sway = Math.sin(seconds * 2.6) * (1 - 0.5 * fall);
    double wonder = Easing.smooth(Easing.passed(seconds, 7.8, 8.3));
    double joy = Easing.smooth(Easing.passed(seconds, 10.2, 10.9));
    double x = 800 + 46 * sway;
    double y = Easing.between(-240, GROUND_Y, fall);
    Girl.draw(
        graphics,
        new Girl.Pose(
            GIRL_X,
            GROUND_Y,
            Easing.between(-0.3, 0.9, joy),
            wonder * (1 - joy),
            0.9,
            Easing.between(-1, 0, fall),
            20 + 40 * wonder,
            20 + 60 * wonder,
            -3 * wonder));
    Umbrella.draw(graphics, x, y - 166, 7 * sway, 1.0);
    Cat.draw(graphics, x, y, 160, sway, 7 * sway, false);
  }

  private void dance(Graphics2D graphics, double seconds) {
    double beat = Math.sin(seconds * 2 * Math.PI * 1.25);
    double hop = 40 * Math.abs(beat);
    double start = Easing.smooth(Easing.passed(seconds, 11, 11.5));
    graphics.setColor(new Color(0, 0, 0, 40));
    graphics.fill(new Ellipse2D.Double(800 - 80, GROUND_Y - 12, 160, 24));
    Umbrella.draw(graphics, 1000, GROUND_Y - 30 - 40 * (1 - start), 76 + 2 * beat, 0.72);
    Girl.draw(
        graphics,
        new Girl.Pose(
            GIRL_X + 14 * beat,
            GROUND_Y - 16 * start * Math.abs(beat),
            1,
            0,
            0.6,
            0,
            95 + 35 * beat * start,
            95 - 35 * beat * start,
            5 * beat * start));
    Cat.draw(
        graphics,
        800 - 26 * beat * start,
        GROUND_Y - hop * start,
        Easing.between(160, 100, start) + 30 * beat * start,
        beat,
        12 * beat * start,
        seconds > 11.4);
  }

  /** Writes the whole ad as MP4, small, since it lies in the repository. */
  Path writeTo(Path video) throws IOException {
    VideoWriter.Settings settings =
        VideoWriter.Settings.of(Format.MP4, WIDTH_PX, HEIGHT_PX, FRAME_RATE).small(BITS_PER_SECOND);
    try (VideoWriter writer = VideoWriter.create(video, settings)) {
      for (int i = 0; i < DURATION_MS * FRAME_RATE / 1000; i++) {
        long timeUs = i * 1_000_000L / FRAME_RATE;
        writer.write(picture((int) (timeUs / 1000)), timeUs);
      }
    }
    return video;
  }
}
