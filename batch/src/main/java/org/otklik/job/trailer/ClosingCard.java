package org.otklik.job.trailer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.otklik.report.drawing.ReportFont;
import org.otklik.report.wording.PrintableText;
import org.otklik.trailer.video.CutPlan;

/**
 * What stands at the end of a trailer: a text in white on black, in as many lines as let it be
 * large; or a logo, with the text beneath it, on white, which logos are made for.
 *
 * @param path of a PNG, which goes when the card is closed; empty for no card
 */
record ClosingCard(String path) implements AutoCloseable {
  private static final double TEXT_SHARE = 0.8;
  private static final double LINE_HEIGHT = 1.3;

  /** Of the shorter side. */
  private static final double MAX_FONT_SHARE = 0.14;

  private static final double MIN_FONT_SHARE = 0.03;
  private static final double STEP = 0.9;

  /** Of its place, each way. */
  private static final double LOGO_SHARE = 0.6;

  /** Of the card's height, where there is a text, too. */
  private static final double LOGO_PLACE_SHARE = 0.6;

  /**
   * @param logo as PNG; null without
   */
  static ClosingCard of(CutPlan plan, byte[] logo) throws IOException {
    if (plan.closingFrames() == 0) {
      return new ClosingCard("");
    }
    BufferedImage picture = logo == null ? null : ImageIO.read(new ByteArrayInputStream(logo));
    Path file = Files.createTempFile("card", ".png");
    ImageIO.write(drawn(plan.closingText(), picture, plan.size()), "png", file.toFile());
    return new ClosingCard(file.toString());
  }

  static BufferedImage drawn(String text, BufferedImage logo, Dimension size) {
    BufferedImage card = new BufferedImage(size.width, size.height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = card.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    Rectangle whole = new Rectangle(size);
    graphics.setColor(Color.WHITE);
    if (logo == null) {
      write(text, whole, graphics);
    } else {
      graphics.fill(whole);
      graphics.setColor(Color.BLACK);
      int logoHeight = text == null ? size.height : (int) (LOGO_PLACE_SHARE * size.height);
      place(logo, new Rectangle(size.width, logoHeight), graphics);
      if (text != null) {
        write(text, new Rectangle(0, logoHeight, size.width, size.height - logoHeight), graphics);
      }
    }
    graphics.dispose();
    return card;
  }

  /** In the middle, as large as that share of the place lets it be. */
  private static void place(BufferedImage logo, Rectangle place, Graphics2D graphics) {
    double scale =
        LOGO_SHARE
            * Math.min(
                (double) place.width / logo.getWidth(), (double) place.height / logo.getHeight());
    int width = (int) Math.round(scale * logo.getWidth());
    int height = (int) Math.round(scale * logo.getHeight());
    graphics.drawImage(
        logo,
        place.x + (place.width - width) / 2,
        place.y + (place.height - height) / 2,
        width,
        height,
        null);
  }

  private static void write(String text, Rectangle place, Graphics2D graphics) {
    String printable = PrintableText.of(text, ReportFont::hasGlyph);
    Dimension size = place.getSize();
    int shorter = Math.min(size.width, size.height);
    Font font = ReportFont.of((float) (MAX_FONT_SHARE * shorter), true);
    List<String> lines = lines(printable, font, size);
    while (!fits(lines, font, size) && font.getSize2D() > MIN_FONT_SHARE * shorter) {
      font = font.deriveFont((float) (font.getSize2D() * STEP));
      lines = lines(printable, font, size);
    }
    graphics.setFont(font);
    double lineHeight = LINE_HEIGHT * font.getSize2D();
    double y = place.y + (size.height - lines.size() * lineHeight) / 2 + font.getSize2D();
    for (String line : lines) {
      graphics.drawString(
          line, (float) ((size.width - ReportFont.widthPt(line, font)) / 2), (float) y);
      y += lineHeight;
    }
  }

  private static boolean fits(List<String> lines, Font font, Dimension size) {
    return lines.size() * LINE_HEIGHT * font.getSize2D() <= TEXT_SHARE * size.height
        && lines.stream()
            .allMatch(line -> ReportFont.widthPt(line, font) <= TEXT_SHARE * size.width);
  }

  private static List<String> lines(String text, Font font, Dimension size) {
    List<String> lines = new ArrayList<>();
    for (String word : text.split(" ")) {
      int last = lines.size() - 1;
      String longer = last < 0 ? word : lines.get(last) + " " + word;
      if (last >= 0 && ReportFont.widthPt(longer, font) <= TEXT_SHARE * size.width) {
        lines.set(last, longer);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    if (!path.isEmpty()) {
      Files.delete(Path.of(path));
    }
  }
}
