package org.otklik.study;

/** How a question is answered. */
public enum QuestionKind {
  /** One of several values: an attribute of the viewer. */
  SINGLE,
  /** Any number of values: an attribute of the viewer each. */
  MULTIPLE,
  /** A number from 1 up: an answer. */
  SCALE,
  /** In the viewer's own words: an answer. */
  TEXT;

  /** Whether there are values to choose from, which become attributes. */
  public boolean isChoice() {
    return this == SINGLE || this == MULTIPLE;
  }
}
