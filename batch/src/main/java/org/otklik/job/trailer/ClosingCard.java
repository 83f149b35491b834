package org.otklik.job.trailer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
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
 * A text in white on black, in as many lines as let it be large, for the end of a trailer.
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

  static ClosingCard of(CutPlan plan) throws IOException {
    if (plan.closingText() == null) {
      return new ClosingCard("");
    }
    Path file = Files.createTempFile("card", ".png");
    ImageIO.write(drawn(plan.closingText(), plan.size()), "png", file.toFile());
    return new ClosingCard(file.toString());
  }

  private static BufferedImage drawn(String text, Dimension size) {
    String printable = PrintableText.of(text, ReportFont::hasGlyph);
    BufferedImage card = new BufferedImage(size.width, size.height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = card.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    int shorter = Math.min(size.width, size.height);
    Font font = ReportFont.of((float) (MAX_FONT_SHARE * shorter), true);
    List<String> lines = lines(printable, font, size);
    while (!fits(lines, font, size) && font.getSize2D() > MIN_FONT_SHARE * shorter) {
      font = font.deriveFont((float) (font.getSize2D() * STEP));
      lines = lines(printable, font, size);
    }
    graphics.setFont(font);
    double lineHeight = LINE_HEIGHT * font.getSize2D();
    double y = (size.height - lines.size() * lineHeight) / 2 + font.getSize2D();
    for (String line : lines) {
      graphics.drawString(
          line, (float) ((size.width - ReportFont.widthPt(line, font)) / 2), (float) y);
      y += lineHeight;
    }
    graphics.dispose();
    return card;
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
