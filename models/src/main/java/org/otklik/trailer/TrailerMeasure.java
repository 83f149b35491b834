package org.otklik.trailer;

import org.otklik.emotion.Emotion;
import org.otklik.timeline.ViewerSecond;

/** What of a viewer's second may count for a trailer; always against the viewer's own level. */
public enum TrailerMeasure {
  /** How excited the expression is. */
  AROUSAL {
    @Override
    double of(ViewerSecond second) {
      return second.arousal();
    }
  },
  /** The probability of surprise. */
  SURPRISE {
    @Override
    double of(ViewerSecond second) {
      return second.scores().probability(Emotion.SURPRISE);
    }
  },
  /** The probability of happiness. */
  HAPPINESS {
    @Override
    double of(ViewerSecond second) {
      return second.scores().probability(Emotion.HAPPINESS);
    }
  },
  /** The probability of any expression that is not neutral. */
  ANY_RESPONSE {
    @Override
    double of(ViewerSecond second) {
      return 1 - second.scores().probability(Emotion.NEUTRAL);
    }
  },
  /** The part of the second in which the viewer looked at the screen. */
  ATTENTION {
    @Override
    double of(ViewerSecond second) {
      return second.attentiveShare();
    }

    @Override
    boolean isKnown(ViewerSecond second) {
      return true;
    }
  };

  abstract double of(ViewerSecond second);

  boolean isKnown(ViewerSecond second) {
    return second.isObserved();
  }
}
