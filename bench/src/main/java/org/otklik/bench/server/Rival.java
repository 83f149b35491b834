package org.otklik.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.bench.server.RealVideos.Video;
import org.otklik.platform.FileTrees;

/**
 * The open package @vladmandic/human, which finds faces and their emotions in JavaScript and
 * WebAssembly, on the frames that Otklik samples.
 */
final class Rival {
  private static final int FRAMES = 60;

  private final Path folder;

  private Rival(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs it by npm.
   *
   * @param sources of the script and the list of packages
   * @return nothing where there is no npm
   */
  static Optional<Rival> install(Path sources, Path folder)
      throws IOException, InterruptedException {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean hasNpm =
        Stream.of(path.split(File.pathSeparator)).anyMatch(d -> Files.exists(Path.of(d, "npm")));
    if (!hasNpm) {
      return Optional.empty();
    }
    FileTrees.delete(folder);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    run(new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), folder);
    return Optional.of(new Rival(folder));
  }

  /**
   * What it takes of the processor a frame, without decoding.
   *
   * @param aligned whether faces are turned upright by their landmarks, as Otklik does
   * @return in ms
   */
  double processorMs(RealVideos videos, Video video, boolean aligned)
      throws IOException, InterruptedException {
    Path raw = folder.resolve("frames.rgb");
    videos.writeRaw(video, FRAMES, raw);
    ProcessBuilder node =
        new ProcessBuilder(
            "node",
            "measure.mjs",
            Integer.toString(RealVideos.SCALED_WIDTH_PX),
            Integer.toString(video.scaledHeightPx()),
            aligned ? "aligned" : "plain");
    node.redirectInput(raw.toFile());
    List<String> lines = run(node, folder).lines().toList();
    Files.delete(raw);
    return Double.parseDouble(lines.get(lines.size() - 1).split(" ")[0]);
  }

  private static String run(ProcessBuilder builder, Path folder)
      throws IOException, InterruptedException {
    builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(builder.command() + " ended with " + process.exitValue() + ": " + said);
    }
    return said;
  }
}
