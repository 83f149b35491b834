package org.otklik.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.otklik.demo.DemoManifest;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.video.LoopedVideo;

/** The demo's ready-made videos. */
final class DemoVideoFixture {
  private static final int LONG_TURNS = 3;

  private DemoVideoFixture() {}

  static Path ad() throws IOException {
    return DemoManifest.in(TestGround.layout().demo()).creative();
  }

  static Path recording(DemoViewer viewer) {
    return TestGround.layout().demo().resolve(viewer.fileName());
  }

  /** A minute of one viewer, long enough to be interrupted. */
  static Path longRecording() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "demo-videos").toAbsolutePath());
    Path video = folder.resolve("long.mp4");
    if (!Files.exists(video)) {
      Path unfinished = Files.createTempDirectory(folder, "unfinished").resolve("long.mp4");
      LoopedVideo.write(recording(DemoCampaign.viewers().get(0)), unfinished, LONG_TURNS);
      Files.move(unfinished, video, StandardCopyOption.REPLACE_EXISTING);
    }
    return video;
  }
}
