package org.otklik.testdata.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.otklik.testdata.video.VideoWriter;
import org.otklik.testdata.video.VideoWriter.Format;

/**
 * One viewer of the demo campaign.
 *
 * @param code pseudonym
 * @param attributes of the segment: {@code ageGroup}, {@code sex}, {@code city}
 * @param script null: nobody is in the picture
 */
public record DemoViewer(
    String code,
    Map<String, String> attributes,
    ViewerScript script,
    ViewerAppearance look,
    Staging staging,
    Format format,
    long seed) {
  private static final int BITS_PER_SECOND = 180_000;
  private static final int STORY_STEP_MS = 100;

  public String fileName() {
    return "viewer-" + code.toLowerCase(Locale.ROOT) + (format == Format.WEBM ? ".webm" : ".mp4");
  }

  public boolean hasFace() {
    return script != null;
  }

  /** Two viewers of one storyline show the same expressions at the same times. */
  String storyline() {
    StringBuilder told = new StringBuilder();
    for (int ms = 0; hasFace() && ms < SyntheticCreative.DURATION_MS; ms += STORY_STEP_MS) {
      told.append(String.format(Locale.ROOT, "%d %.2f", ms, script.awayAt(ms)));
      for (double weight : script.at(ms).toArray()) {
        told.append(String.format(Locale.ROOT, " %.2f", weight));
      }
      told.append('\n');
    }
    return Sha256.of(told.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** As long as the ad, and small, since it lies in the repository. */
  Path writeTo(Path video) throws IOException {
    SyntheticViewer viewer = new SyntheticViewer(script, look, staging, seed);
    VideoWriter.Settings settings = viewer.settings(format).small(BITS_PER_SECOND);
    return viewer.writeTo(video, settings, SyntheticCreative.DURATION_MS);
  }
}
