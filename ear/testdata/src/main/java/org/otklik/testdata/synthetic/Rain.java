package org.otklik.testdata.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Random;

/** Rain in the wind, and rings in a puddle. */
final class Rain {
  private static final int DROPS = 260;
  private static final double[] PLACES = new Random(11).doubles(3L * DROPS).toArray();

  private Rain() {}

  /**
   * @param strength 0..1
   */
  static void draw(Graphics2D graphics, double seconds, double strength) {
    graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < DROPS * strength; i++) {
      double depth = 0.5 + 0.5 * PLACES[3 * i + 2];
      double fall = (PLACES[3 * i] + seconds * 1.25 * depth) % 1;
      double y = -60 + fall * 820;
      double x = PLACES[3 * i + 1] * 1560 - 60 - fall * 190;
      graphics.setColor(new Color(226, 238, 248, (int) (150 * depth * strength)));
      graphics.draw(new Line2D.Double(x, y, x - 9 * depth, y + 38 * depth));
    }
  }

  static void puddle(Graphics2D graphics, double seconds, double strength) {
    graphics.setColor(new Color(150, 176, 200, (int) (150 * strength)));
    graphics.fill(new Ellipse2D.Double(560, 640, 330, 44));
    graphics.setStroke(new BasicStroke(2f));
    for (int i = 0; i < 6; i++) {
      double age = (seconds * 1.1 + i / 6.0) % 1;
      double x = 610 + (i * 97) % 230;
      double y = 652 + (i * 37) % 20;
      graphics.setColor(new Color(255, 255, 255, (int) (130 * (1 - age) * strength)));
      graphics.draw(new Ellipse2D.Double(x - 28 * age, y - 7 * age, 56 * age, 14 * age));
    }
  }
}
