package org.otklik.queue;

/**
 * Jobs that are short and those that are long have places of their own, so that a report does not
 * wait for recordings.
 */
public enum JobLane {
  /** Takes seconds; somebody waits for most of them. */
  SHORT,
  /** Takes as long as the videos or images that it reads. */
  LONG
}
