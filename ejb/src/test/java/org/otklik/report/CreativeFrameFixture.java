package org.otklik.report;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Frames of an ad that was never filmed: a sun over hills, another scene every four seconds. */
public final class CreativeFrameFixture {

  private static final float[] HUES = {0.56f, 0.09f, 0.38f, 0.80f, 0.02f};

  private CreativeFrameFixture() {}

  public static NavigableMap<Integer, byte[]> frames(int seconds, int widthPx, int heightPx) {
    NavigableMap<Integer, byte[]> frames = new TreeMap<>();
    for (int second = 0; second < seconds; second++) {
      frames.put(second, jpeg(second, widthPx, heightPx));
    }
    return frames;
  }

  private static byte[] jpeg(int second, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = HUES[second / 4 % HUES.length];
    graphics.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.35f, 0.95f),
            0,
            height,
            Color.getHSBColor(hue, 0.15f, 1)));
    graphics.fillRect(0, 0, width, height);
    double way = second % 4 / 4.0;
    graphics.setColor(new Color(0xFFF3C4));
    graphics.fill(
        new Ellipse2D.Double(
            width * (0.15 + 0.6 * way), height * (0.35 - 0.2 * way), height / 5.0, height / 5.0));
    graphics.setColor(Color.getHSBColor(hue, 0.5f, 0.6f));
    graphics.fill(new Ellipse2D.Double(-width * 0.2, height * 0.62, width * 0.9, height * 0.9));
    graphics.setColor(Color.getHSBColor(hue, 0.55f, 0.45f));
    graphics.fill(new Ellipse2D.Double(width * 0.35, height * 0.7, width * 0.95, height * 0.8));
    graphics.setColor(Color.WHITE);
    graphics.fill(
        new Rectangle2D.Double(
            width * (0.3 + 0.3 * way), height * 0.72, width / 9.0, height / 9.0));
    graphics.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jpeg.toByteArray();
  }
}
