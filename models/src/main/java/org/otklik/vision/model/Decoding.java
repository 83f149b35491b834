package org.otklik.vision.model;

/** How a model's output is to be read. A card that asks for anything else cannot be used. */
public enum Decoding {
  /**
   * Per stride a tensor (n, 15, rows, columns): score; centre minus the cell's centre; log of width
   * and height; five landmarks minus the cell's centre, x before y; all but the score in strides.
   */
  FACE_CELLS,
  /**
   * Per stride four tensors (n, rows × columns, k), a row of a tensor a cell, row by row: k = 1 for
   * the class's and for the object's score, whose geometric mean is the face's; k = 4 for the
   * centre minus the cell's upper left corner and the log of width and height; k = 10 for five
   * landmarks minus that corner, x before y; all but the scores in strides. So YuNet answers.
   */
  FACE_ROWS,
  /** Columns of probabilities that sum to 1, and possibly of valence and arousal. */
  PROBABILITIES,
  /** Columns of unbounded scores, whose softmax are probabilities, and possibly the same others. */
  LOGITS
}
