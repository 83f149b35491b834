package org.otklik.storage;

import java.util.List;

/**
 * What a video is, measured by reading all of its packets: containers declare wrong durations and
 * frame counts, and browser WebM declares none.
 *
 * @param container FFmpeg's short name of the format, for example {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param widthPx width of the upright picture, after the display rotation
 * @param heightPx height of the upright picture
 * @param rotationDegrees clockwise turn that was applied to make it upright: 0, 90, 180 or 270
 * @param durationMs from the first frame's time to the end of the last one
 * @param frameRate mean frames a second
 * @param frameCount video packets found
 * @param soundChannels of each sound track, in the file's order, up to {@link #MAX_SOUND_TRACKS}; 0
 *     where the file does not say
 * @param playsInBrowsers whether every browser plays it as it is, with its times
 * @param frameTimesMs when its first frames are shown, from the first one, in order; up to {@link
 *     #MAX_FRAME_TIMES}
 */
public record MediaFacts(
    String container,
    String videoCodec,
    int widthPx,
    int heightPx,
    int rotationDegrees,
    int durationMs,
    double frameRate,
    int frameCount,
    List<Integer> soundChannels,
    boolean playsInBrowsers,
    List<Integer> frameTimesMs) {
  /** A minute or so: enough to tell when a recording began by its camera's frames. */
  public static final int MAX_FRAME_TIMES = 2000;

  /** As many as a file may have of any kind. */
  public static final int MAX_SOUND_TRACKS = 32;

  public MediaFacts {
    soundChannels = List.copyOf(soundChannels);
    frameTimesMs = List.copyOf(frameTimesMs);
  }

  public boolean hasAudio() {
    return !soundChannels.isEmpty();
  }
}
