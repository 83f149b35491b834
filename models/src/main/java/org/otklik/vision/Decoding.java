package org.otklik.vision;

/** How a model's output is to be read. A card that asks for anything else cannot be used. */
public enum Decoding {
  /**
   * Per stride a tensor (n, 15, rows, columns): score; centre minus the cell's centre; log of width
   * and height; five landmarks minus the cell's centre, x before y; all but the score in strides.
   */
  FACE_CELLS,
  /** One tensor (n, labels) of probabilities that sum to 1. */
  PROBABILITIES
}
