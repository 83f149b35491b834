package org.otklik.report.branding;

import java.awt.Color;

/** How well one colour is read on another: the contrast ratio of WCAG 2.2, 1..21. */
final class ColourContrast {
  private ColourContrast() {}

  static double between(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  /** Of a component 0..255 of sRGB, 0..1. */
  static double linear(int component) {
    double share = component / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
