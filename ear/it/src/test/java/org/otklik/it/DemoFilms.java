package org.otklik.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.otklik.media.FilmWriter;
import org.otklik.media.synthetic.DemoCampaign;
import org.otklik.media.synthetic.DemoViewer;
import org.otklik.media.synthetic.SyntheticViewer;

/** The demo's films, drawn once and kept between runs. */
final class DemoFilms {
  private static final int LONG_MS = 60_000;

  private DemoFilms() {}

  static Path folder() throws IOException {
    Path folder = Path.of("target", "demo-films").toAbsolutePath();
    DemoCampaign.writeTo(folder, (film, done, of) -> {});
    return folder;
  }

  static Path ad() throws IOException {
    return DemoCampaign.adIn(folder());
  }

  static Path recording(DemoViewer viewer) throws IOException {
    return DemoCampaign.recordingIn(folder(), viewer);
  }

  /** A minute of one viewer, long enough to be interrupted. */
  static Path longRecording() throws IOException {
    Path film = folder().resolve("long.mp4");
    if (!Files.exists(film)) {
      Path unfinished = folder().resolve("long.mp4.part");
      DemoViewer viewer = DemoCampaign.viewers().get(0);
      new SyntheticViewer(viewer.script(), viewer.look(), viewer.staging(), viewer.seed())
          .writeTo(unfinished, FilmWriter.Format.MP4, LONG_MS);
      Files.move(unfinished, film, StandardCopyOption.REPLACE_EXISTING);
    }
    return film;
  }
}
