package org.otklik.testdata.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.otklik.testdata.video.LoopedVideo;
import org.otklik.testdata.video.VideoWriter.Format;

/**
 * What speed is measured on: a viewer of 1280 × 720 at 30 frames a second with the noise of a
 * webcam, for half a minute or for longer. Videos are drawn once and kept.
 */
public final class MeasuredVideos {
  public static final int FRAME_RATE = 30;

  /** Length of {@link #halfMinute}. */
  public static final int SECONDS = 30;

  private final Path folder;

  /**
   * @param folder where they are kept; made where it is not there
   */
  public MeasuredVideos(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  public Path halfMinute() throws IOException {
    Path video = folder.resolve("viewer-720p.mp4");
    if (!Files.exists(video)) {
      DemoViewer viewer = DemoCampaign.viewers().get(0);
      Staging staging = Staging.of(1280, 720, FRAME_RATE);
      new SyntheticViewer(viewer.script(), viewer.look(), staging, viewer.seed())
          .writeTo(unfinished(), Format.MP4, SECONDS * 1000);
      Files.move(unfinished(), video);
    }
    return video;
  }

  /** The half minute over and over: the same packets, so that only the length differs. */
  public Path minutes(int minutes) throws IOException {
    Path video = folder.resolve("viewer-720p-" + minutes + "-min.mp4");
    if (!Files.exists(video)) {
      LoopedVideo.write(halfMinute(), unfinished(), minutes * 60 / SECONDS);
      Files.move(unfinished(), video);
    }
    return video;
  }

  private Path unfinished() {
    return folder.resolve("unfinished.mp4");
  }
}
