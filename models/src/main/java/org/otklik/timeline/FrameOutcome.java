package org.otklik.timeline;

/** What a sampled frame yielded. Only the first is an observation: missing is never neutral. */
public enum FrameOutcome {
  OBSERVED,
  NO_FACE,
  /** A face too small, too dark, blurred or turned away to be judged. */
  LOW_QUALITY,
  UNDECODABLE,
  /** The viewer's face has not changed at all for seconds: the camera delivers one frame. */
  FROZEN
}
