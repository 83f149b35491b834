package org.otklik.sound;

/**
 * Which sound of a file: one of its tracks, and what of it.
 *
 * @param track 1 for the first sound track of the file; 0 for the first that can be decoded
 */
public record SoundPart(int track, Channel channel) {
  /** What of a track. */
  public enum Channel {
    /** All channels, in one. */
    ALL,
    /** The first of two. */
    LEFT,
    /** The second of two. */
    RIGHT
  }

  /** All of what a player plays. */
  public static final SoundPart MAIN = new SoundPart(0, Channel.ALL);

  public SoundPart {
    if (track < 0) {
      throw new IllegalArgumentException("No track: " + track);
    }
  }

  /** Whether it is one channel of two; other tracks have no such part. */
  public boolean isOneChannel() {
    return channel != Channel.ALL;
  }
}
