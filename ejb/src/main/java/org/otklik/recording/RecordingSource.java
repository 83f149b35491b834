package org.otklik.recording;

/** How a recording came. */
public enum RecordingSource {
  /** As a file. */
  UPLOAD,
  /** From a viewer's browser, by the link of a study. */
  STUDY,
  /** From a live showing: scores only, there never was a video. */
  LIVE_SHOWING
}
