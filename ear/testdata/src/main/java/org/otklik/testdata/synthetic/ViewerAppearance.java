package org.otklik.testdata.synthetic;

import java.awt.Color;

/**
 * What tells one synthetic viewer from another.
 *
 * @param faceWidth breadth of the head, 1 is the average
 */
public record ViewerAppearance(
    Color skin, Color hair, Hair style, Color clothes, Color wall, double faceWidth) {
  /** Shape of the hair around the face. */
  public enum Hair {
    SHORT,
    LONG,
    BUN,
    CURLY
  }
}
