package org.otklik.media.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.otklik.media.FilmWriter.Format;

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
    ViewerLook look,
    Staging staging,
    Format format,
    long seed) {

  public String fileName() {
    return "viewer-" + code.toLowerCase() + (format == Format.WEBM ? ".webm" : ".mp4");
  }

  public boolean hasFace() {
    return script != null;
  }

  /** As long as the ad. */
  public void writeTo(Path film) throws IOException {
    new SyntheticViewer(script, look, staging, seed).writeTo(film, format, SyntheticAd.DURATION_MS);
  }
}
