package org.otklik.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where in a call's sound the customer alone is heard, as an analyst says.
 *
 * @param track 1 for the file's first sound track
 */
public record CustomerSound(Side side, int track) {
  /** What of the track is the customer's. */
  public enum Side {
    /** Nothing: customer and employee are in one sound, and nobody is judged. */
    MIXED,
    /** All of it: nobody else speaks in it. */
    ALL,
    LEFT,
    RIGHT
  }

  public static final CustomerSound MIXED = new CustomerSound(Side.MIXED, 1);

  /** Of more tracks nobody asks how loud they are. */
  private static final int MEASURED_TRACKS = 4;

  private static final int TWO_CHANNELS = 2;

  /** Clicks and hum are less, whoever speaks once in a while is more. */
  private static final double SILENT_SHARE = 0.005;

  private static final double AUDIBLE_SHARE = 0.02;

  /**
   * @throws IllegalArgumentException where there can be no such track
   */
  public CustomerSound {
    if (track < 1 || track > 99) {
      throw new IllegalArgumentException("No track: " + track);
    }
  }

  /** As {@link #toString()} wrote it. */
  public static CustomerSound of(String stored) {
    String[] words = stored.split(" ");
    return new CustomerSound(
        Side.valueOf(words[0]), words.length == 1 ? 1 : Integer.parseInt(words[1]));
  }

  @Override
  public String toString() {
    return side == Side.MIXED ? side.name() : String.format(Locale.ROOT, "%s %d", side, track);
  }

  /**
   * Whether a file has it.
   *
   * @param channels of each of its sound tracks
   */
  public boolean isIn(List<Integer> channels) {
    return switch (side) {
      case MIXED -> true;
      case ALL -> track <= channels.size();
      case LEFT, RIGHT -> track <= channels.size() && channels.get(track - 1) == TWO_CHANNELS;
    };
  }

  /** What is listened to; empty where nobody may be. */
  public Optional<SoundPart> part() {
    return switch (side) {
      case MIXED -> Optional.empty();
      case ALL -> Optional.of(new SoundPart(track, SoundPart.Channel.ALL));
      case LEFT -> Optional.of(new SoundPart(track, SoundPart.Channel.LEFT));
      case RIGHT -> Optional.of(new SoundPart(track, SoundPart.Channel.RIGHT));
    };
  }

  /**
   * The rest of a file's sound, which may leak into it.
   *
   * @param channels of each of its sound tracks
   */
  public List<SoundPart> others(List<Integer> channels) {
    List<SoundPart> others = new ArrayList<>();
    if (side == Side.LEFT) {
      others.add(new SoundPart(track, SoundPart.Channel.RIGHT));
    } else if (side == Side.RIGHT) {
      others.add(new SoundPart(track, SoundPart.Channel.LEFT));
    }
    for (int other = 1; other <= channels.size(); other++) {
      if (other != track) {
        others.add(new SoundPart(other, SoundPart.Channel.ALL));
      }
    }
    return others;
  }

  /**
   * The parts of which an analyst may want to know whether anything is heard in them.
   *
   * @param channels of each of a file's sound tracks
   * @return each channel of tracks with two, all other tracks as a whole
   */
  public static List<CustomerSound> parts(List<Integer> channels) {
    List<CustomerSound> parts = new ArrayList<>();
    for (int track = 1; track <= Math.min(MEASURED_TRACKS, channels.size()); track++) {
      if (channels.get(track - 1) == TWO_CHANNELS) {
        parts.add(new CustomerSound(Side.LEFT, track));
        parts.add(new CustomerSound(Side.RIGHT, track));
      } else {
        parts.add(new CustomerSound(Side.ALL, track));
      }
    }
    return parts;
  }

  /**
   * The only part of several in which anything is heard: the customer's, where the file has one
   * side of the call.
   *
   * @param audible share of time in which each of {@link #parts} is loud enough to be a voice
   */
  public static Optional<CustomerSound> guess(List<Integer> channels, List<Double> audible) {
    List<CustomerSound> parts = parts(channels);
    if (parts.size() != audible.size()) {
      return Optional.empty();
    }
    CustomerSound heard = null;
    for (int i = 0; i < parts.size(); i++) {
      boolean isHeard = audible.get(i) >= AUDIBLE_SHARE;
      if (isHeard ? heard != null : audible.get(i) > SILENT_SHARE) {
        return Optional.empty();
      }
      heard = isHeard ? parts.get(i) : heard;
    }
    return parts.size() < 2 ? Optional.empty() : Optional.ofNullable(heard);
  }
}
