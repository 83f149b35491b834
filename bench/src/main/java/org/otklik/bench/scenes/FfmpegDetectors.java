package org.otklik.bench.scenes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.otklik.media.scene.SceneBorder;

/** FFmpeg's two detectors at their usual levels, by its own program. */
final class FfmpegDetectors {
  private static final Pattern SCDET = Pattern.compile("lavfi\\.scd\\.time: ?([0-9.]+)");
  private static final Pattern SELECTED = Pattern.compile("pts_time:([0-9.]+)");

  private FfmpegDetectors() {}

  /** The filter {@code scdet}: 10 of 100. */
  static List<SceneBorder> scdet(Path video) throws IOException, InterruptedException {
    return run(video, "scdet=threshold=10", SCDET);
  }

  /** The filter {@code select}: a score of 0.4. */
  static List<SceneBorder> select(Path video) throws IOException, InterruptedException {
    return run(video, "select='gt(scene,0.4)',showinfo", SELECTED);
  }

  private static List<SceneBorder> run(Path video, String filter, Pattern time)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                "-hide_banner",
                "-nostats",
                "-i",
                video.toString(),
                "-vf",
                filter,
                "-an",
                "-f",
                "null",
                "-")
            .redirectErrorStream(true)
            .start();
    List<SceneBorder> borders = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher found = time.matcher(line);
        if (found.find()) {
          borders.add(
              new SceneBorder((int) Math.round(1000 * Double.parseDouble(found.group(1))), 0));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("FFmpeg ended with " + process.exitValue());
    }
    return borders;
  }
}
