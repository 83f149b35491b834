package org.otklik.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/** Where a video's scenes begin: at cuts and at dissolves of up to half a second. */
public final class VideoScenes {
  private static final int SAMPLE_HZ = 10;
  private static final int LONG_SIDE_PX = 64;

  private VideoScenes() {}

  /**
   * @return media times in milliseconds, ascending, of the first frame of each scene but the first
   *     one, to a tenth of a second
   */
  public static List<Integer> cutsMs(Path video, DecoderChild child) throws UnusableMediaException {
    List<ColourLayout> layouts = new ArrayList<>();
    List<Integer> timesMs = new ArrayList<>();
    DecodeSettings settings = new DecodeSettings(SAMPLE_HZ, LONG_SIDE_PX, -1);
    try (FrameStream frames = FrameStream.open(video, settings, child)) {
      for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        if (frame.get().isDecodable()) {
          layouts.add(ColourLayout.of(frame.get()));
          timesMs.add(frame.get().mediaTimeMs());
        }
      }
    }
    return SceneCuts.of(layouts).stream().map(timesMs::get).toList();
  }
}
