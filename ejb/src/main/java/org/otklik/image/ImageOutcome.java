package org.otklik.image;

/** What became of an image; only the first two have an emotion. */
public enum ImageOutcome {
  OBSERVED,
  WHOLE_PICTURE,
  LOW_QUALITY,
  NO_FACE,
  UNREADABLE
}
