package org.otklik.vision.model;

/** How a face is laid into a classifier's picture. */
public enum Alignment {
  /** The face's box, made square and widened by the card's margin. A tilted face stays tilted. */
  BOX,
  /** The same square, turned with the line through the eyes. */
  ROLL,
  /** Turned, scaled and moved so that the five landmarks lie on the card's template as they can. */
  LANDMARKS
}
