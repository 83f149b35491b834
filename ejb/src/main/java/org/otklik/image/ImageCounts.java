package org.otklik.image;

/**
 * How far a batch is.
 *
 * @param images all of its files
 * @param done looked at, or refused
 * @param judged with an emotion
 * @param unreadable that are no pictures, or cannot be read
 */
public record ImageCounts(int images, int done, int judged, int unreadable) {
  /** Done over all, 0..1. */
  public double progress() {
    return images == 0 ? 1 : (double) done / images;
  }
}
