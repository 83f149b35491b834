package org.otklik.retention;

/** What is kept for a period of its own. */
public enum DataClass {
  /** Videos of viewers, with copies for browsers; counted from the upload. */
  VIDEO,
  /** Rows of frames; counted from the recording's upload. */
  FRAMES,
  /** Answers to surveys and studies; counted from the answer. */
  ANSWERS,
  /** Files of reports, with their links; counted from their creation. */
  REPORTS
}
