package org.otklik.launcher;

import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.otklik.media.synthetic.DemoCampaign;

/** The films of the demo; the synthetic ones are drawn while the server starts. */
final class DemoFilms {
  private DemoFilms() {}

  static CompletableFuture<DemoMedia> prepare(DemoOptions options, Console console) {
    if (options.ad().isPresent()) {
      return CompletableFuture.completedFuture(
          DemoMedia.own(options.ad().get(), options.recordings()));
    }
    console.say("Drawing the demo's ad and its synthetic viewers");
    Path folder = options.folder().resolve("films");
    return CompletableFuture.supplyAsync(() -> draw(folder, console));
  }

  private static DemoMedia draw(Path folder, Console console) {
    try {
      DemoCampaign.writeTo(
          folder, (film, done, of) -> console.say("  drawn " + done + " of " + of + " films"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DemoMedia(
        DemoCampaign.CAMPAIGN_NAME,
        true,
        DemoCampaign.CREATIVE_NAME,
        DemoCampaign.adIn(folder),
        DemoCampaign.viewers().stream()
            .map(
                viewer ->
                    new DemoMedia.ViewerFilm(
                        viewer.code(),
                        viewer.attributes(),
                        DemoCampaign.recordingIn(folder, viewer)))
            .toList());
  }

  static DemoMedia await(CompletableFuture<DemoMedia> films, Console console)
      throws IOException, InterruptedException {
    return console.step(
        "Waiting for the demo's films",
        () -> {
          try {
            return films.get();
          } catch (ExecutionException e) {
            throw new LaunchException("The demo's films could not be drawn.", null, e.getCause());
          }
        });
  }
}
