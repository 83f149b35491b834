package org.otklik.vision.picture;

/** What became of one picture. Missing is never neutral: only the first two have an emotion. */
public enum ImageObservationOutcome {
  /** A face was found and judged. */
  OBSERVED,
  /** No face was found in a small picture, so the whole of it was judged as one. */
  WHOLE_PICTURE,
  /** Faces were found, and none of them can be judged. */
  LOW_QUALITY,
  /** No face was found at any scale. */
  NO_FACE
}
