package org.otklik.vision.model;

import org.otklik.vision.image.Frame;

/**
 * The size a frame is scaled to for the detector, and the padded size of its tensor.
 *
 * @param widthPx of the scaled picture
 * @param paddedWidthPx of the tensor, a multiple of what the model wants
 */
public record InputSize(int widthPx, int heightPx, int paddedWidthPx, int paddedHeightPx) {

  /** A phone's upright video is 1.78 times as high as wide; beyond twice, the height is bounded. */
  private static final int MAX_HEIGHT = 2;

  public static InputSize of(Frame frame, ModelCard.Input input) {
    double scale =
        Math.min(
            (double) input.widthPx() / frame.widthPx(),
            (double) MAX_HEIGHT * input.widthPx() / frame.heightPx());
    int width = Math.max(1, (int) Math.round(frame.widthPx() * scale));
    int height = Math.max(1, (int) Math.round(frame.heightPx() * scale));
    return new InputSize(
        width, height, padded(width, input.sizeMultiple()), padded(height, input.sizeMultiple()));
  }

  private static int padded(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }
}
