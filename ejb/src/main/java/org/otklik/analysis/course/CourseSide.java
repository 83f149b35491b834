package org.otklik.analysis.course;

/** What a course is of. */
public enum CourseSide {
  FACE,
  VOICE
}
