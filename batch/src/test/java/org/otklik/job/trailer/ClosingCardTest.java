package org.otklik.job.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ClosingCardTest {
  private static final Dimension SIZE = new Dimension(320, 180);

  private static BufferedImage logo(int width, int height) {
    BufferedImage logo = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = logo.createGraphics();
    graphics.setColor(Color.MAGENTA);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return logo;
  }

  /** The smallest rectangle around what has the colour, or comes close to it. */
  private static Rectangle around(BufferedImage card, Color colour) {
    Rectangle around = null;
    for (int y = 0; y < card.getHeight(); y++) {
      for (int x = 0; x < card.getWidth(); x++) {
        Color here = new Color(card.getRGB(x, y));
        int off =
            Math.abs(here.getRed() - colour.getRed())
                + Math.abs(here.getGreen() - colour.getGreen())
                + Math.abs(here.getBlue() - colour.getBlue());
        if (off < 60) {
          Rectangle pixel = new Rectangle(x, y, 1, 1);
          around = around == null ? pixel : around.union(pixel);
        }
      }
    }
    return around;
  }

  @Test
  void textAloneIsWhiteOnBlack() {
    BufferedImage card = ClosingCard.drawn("Since 1898", null, SIZE);
    assertEquals(Color.BLACK, new Color(card.getRGB(0, 0)));
    Rectangle text = around(card, Color.WHITE);
    assertEquals(SIZE.width / 2, text.getCenterX(), 4);
    assertEquals(SIZE.height / 2, text.getCenterY(), 12);
  }

  @Test
  void logoAloneStandsInTheMiddleOfWhite() {
    BufferedImage card = ClosingCard.drawn(null, logo(40, 20), SIZE);
    assertEquals(Color.WHITE, new Color(card.getRGB(0, 0)));
    Rectangle logo = around(card, Color.MAGENTA);
    assertEquals(160, logo.getCenterX(), 1);
    assertEquals(90, logo.getCenterY(), 1);
    assertEquals(2, logo.getWidth() / logo.getHeight(), 0.1);
    assertTrue(logo.width <= 0.6 * SIZE.width + 2, logo.toString());
  }

  @Test
  void textStandsBeneathTheLogoHoweverTallThatIs() {
    BufferedImage card = ClosingCard.drawn("Since 1898", logo(30, 300), SIZE);
    Rectangle logo = around(card, Color.MAGENTA);
    Rectangle text = around(card, Color.BLACK);
    assertTrue(logo.getMaxY() < text.getMinY(), logo + " above " + text);
    assertTrue(text.getMaxY() < SIZE.height, text.toString());
  }
}
