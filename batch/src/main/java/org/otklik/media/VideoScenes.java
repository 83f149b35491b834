package org.otklik.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/** Where a video's scenes begin: at cuts and at dissolves of up to half a second. */
public final class VideoScenes {
  /** Every frame of what is made for screens. */
  private static final int READ_HZ = 120;

  /** Scenes are told apart by so many pictures a second; all others only say where a cut is. */
  private static final int SAMPLE_HZ = 10;

  private static final int LONG_SIDE_PX = 64;

  private final List<ColourLayout> layouts = new ArrayList<>();

  /** Of the layouts: place of each among all frames. */
  private final List<Integer> places = new ArrayList<>();

  private final List<Integer> timesMs = new ArrayList<>();

  /** Between each frame and the one before it; none for the first. */
  private final List<Float> steps = new ArrayList<>();

  private VideoScenes() {}

  /**
   * @return media times in milliseconds, ascending, of the first frame of each scene but the first
   *     one: of a cut the very frame, of a dissolve one in its middle
   */
  public static List<Integer> cutsMs(Path video, DecoderChild child) throws UnusableMediaException {
    VideoScenes scenes = new VideoScenes();
    scenes.read(video, child);
    return SceneCuts.of(scenes.layouts).stream()
        .map(at -> scenes.timesMs.get(scenes.firstFrame(at)))
        .toList();
  }

  private void read(Path video, DecoderChild child) throws UnusableMediaException {
    ColourLayout before = null;
    int nextSample = 0;
    DecodeSettings settings = new DecodeSettings(READ_HZ, LONG_SIDE_PX, -1);
    try (FrameStream frames = FrameStream.open(video, settings, child)) {
      for (Optional<Frame> read = frames.next(); read.isPresent(); read = frames.next()) {
        Frame frame = read.get();
        if (!frame.isDecodable()) {
          continue;
        }
        ColourLayout layout = ColourLayout.of(frame);
        steps.add(before == null ? 0 : (float) layout.distance(before));
        timesMs.add(frame.mediaTimeMs());
        before = layout;
        int sample = frame.mediaTimeMs() * SAMPLE_HZ / 1000;
        if (sample >= nextSample) {
          layouts.add(layout);
          places.add(timesMs.size() - 1);
          nextSample = sample + 1;
        }
      }
    }
  }

  /** Of all frames since the sample before: the one that differs most from its predecessor. */
  private int firstFrame(int sample) {
    int first = places.get(sample);
    for (int frame = places.get(sample - 1) + 1; frame < places.get(sample); frame++) {
      if (steps.get(frame) > steps.get(first)) {
        first = frame;
      }
    }
    return first;
  }
}
