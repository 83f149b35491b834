package org.otklik.media.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/**
 * Where a video's scenes begin: at cuts, at dissolves of up to nearly two seconds and at fades
 * through black or any other colour. The video is read once; what is remembered of it does not grow
 * with its length but by two numbers a frame.
 */
public final class VideoScenes {
  /** Every frame of what is made for screens. */
  private static final int READ_HZ = 120;

  /** Scenes are told apart by so many frames a second; all others only say where a cut is. */
  private static final int SAMPLE_HZ = 30;

  private static final int LONG_SIDE_PX = 64;

  private final RecentFrames recent = new RecentFrames();
  private final CutSearch cuts = new CutSearch(recent);
  private final DissolveSearch dissolves = new DissolveSearch(recent);
  private final FadeSearch fades = new FadeSearch(recent);

  /** Of each frame. */
  private final List<Integer> timesMs = new ArrayList<>();

  /** Between each frame and the one before it; 0 for the first. */
  private final List<Float> steps = new ArrayList<>();

  /** Of the sampled frames: place of each of them among all frames. */
  private final List<Integer> places = new ArrayList<>();

  private int visited;

  private VideoScenes() {}

  /**
   * @return one for each scene but the first, ascending
   */
  public static List<SceneBorder> borders(Path video, DecoderChild child)
      throws UnusableMediaException {
    VideoScenes scenes = new VideoScenes();
    scenes.read(video, child);
    return scenes.borders();
  }

  private void read(Path video, DecoderChild child) throws UnusableMediaException {
    FrameColours before = null;
    long nextSample = 0;
    DecodeSettings settings = new DecodeSettings(READ_HZ, LONG_SIDE_PX, -1);
    try (FrameStream frames = FrameStream.open(video, settings, child)) {
      for (Optional<Frame> read = frames.next(); read.isPresent(); read = frames.next()) {
        Frame frame = read.get();
        if (!frame.isDecodable()) {
          continue;
        }
        FrameColours colours = FrameColours.of(frame);
        steps.add(before == null ? 0 : (float) colours.distance(before));
        timesMs.add(frame.mediaTimeMs());
        before = colours;
        long place = (long) frame.mediaTimeMs() * SAMPLE_HZ / 1000;
        if (place >= nextSample) {
          recent.add(colours);
          places.add(timesMs.size() - 1);
          nextSample = place + 1;
          visitUntil(recent.count() - dissolves.reach());
        }
      }
    }
    visitUntil(recent.count());
  }

  private void visitUntil(int number) {
    for (; visited < number; visited++) {
      cuts.visit(visited);
      dissolves.visit(visited);
      fades.visit(visited);
    }
  }

  private List<SceneBorder> borders() {
    List<SceneBorder> borders = new ArrayList<>(fades.fades());
    int endMs = timesMs.isEmpty() ? 0 : timesMs.get(timesMs.size() - 1);
    for (CutSearch.Cut cut : cuts.cuts(endMs)) {
      SceneBorder border = new SceneBorder(timesMs.get(firstFrame(cut.number())), 0);
      if (fades.fades().stream().noneMatch(fade -> fade.touches(border, 1))) {
        borders.add(border);
      }
    }
    borders.addAll(dissolves.dissolves(List.copyOf(borders)));
    borders.sort(Comparator.comparingInt(SceneBorder::atMs));
    return borders;
  }

  /** Of all frames since the sampled one before: the one that differs most from its predecessor. */
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
