package org.otklik.job.images;

import org.otklik.image.UnreadableReason;
import org.otklik.vision.image.Frame;

/**
 * An image of the window that is being worked on.
 *
 * @param frame null where it cannot be read
 * @param reason null where it can
 */
record DecodedImage(int ordinal, Frame frame, UnreadableReason reason) {
  boolean isReadable() {
    return frame != null;
  }
}
