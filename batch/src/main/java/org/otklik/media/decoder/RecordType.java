package org.otklik.media.decoder;

/** First byte of each record on the child's standard output; all numbers are big-endian. */
public final class RecordType {
  /**
   * UTF container, UTF codec, int width, height, rotation, durationMs, double rate, int frames,
   * boolean audio, boolean plays in browsers.
   */
  public static final int FACTS = 'P';

  /**
   * int media time in ms, width, height, source width, source height, length, then BGR bytes;
   * length -1: undecodable.
   */
  public static final int FRAME = 'F';

  /** int wanted ms, then as a frame. */
  public static final int THUMBNAIL = 'S';

  /** int frames that are written. */
  public static final int PROGRESS = 'W';

  /** int count, then so many shorts: samples that follow the ones before. */
  public static final int SOUND = 'A';

  /** Nothing: the child is alive and working. */
  public static final int HEARTBEAT = 'H';

  /** UTF reason, UTF detail; the last record. */
  public static final int UNUSABLE = 'E';

  /** Nothing: all has been delivered; the last record. */
  public static final int END = 'Z';

  private RecordType() {}
}
