package org.otklik.metric;

/** What a contact left behind. */
public enum ResponseType {
  POSITIVE,
  NEGATIVE,
  /** A silent one (молчун): observed, and without a trace. */
  NEUTRAL,
  /** Not observed enough to be judged; in no denominator. */
  EXCLUDED
}
