package org.otklik.vision.face;

import org.otklik.vision.image.ColourOrder;

/**
 * A face cut out for a classifier by its own card: {@code EmotionClassifier.crop}.
 *
 * @param widthPx of the crop
 * @param heightPx of the crop
 * @param sourceSidePx side of the square it was cut from, in pixels of the frame's picture
 * @param colourOrder of its pixels
 * @param pixels 8 bits a channel, interleaved, rows packed. Not copied: not to be changed
 * @param brightness mean grey, 0..1
 * @param contrast standard deviation of its grey at 48 × 48 pixels, in levels of 0..255
 * @param sharpness variance of the Laplacian of the grey crop at 48 × 48 pixels, whatever the
 *     classifier's own size, in grey levels of 0..255, squared
 */
public record FaceCrop(
    int widthPx,
    int heightPx,
    int sourceSidePx,
    ColourOrder colourOrder,
    byte[] pixels,
    double brightness,
    double contrast,
    double sharpness) {

  public FaceCrop {
    if (pixels.length != widthPx * heightPx * colourOrder.channels()) {
      throw new IllegalArgumentException(
          pixels.length + " bytes are no picture of " + widthPx + " x " + heightPx);
    }
  }
}
