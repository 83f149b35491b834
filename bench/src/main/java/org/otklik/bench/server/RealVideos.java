package org.otklik.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Recordings as cameras, browsers and phones make them: a real face for half a minute at 30 frames
 * a second, with the grain of a small sensor. Made once by FFmpeg's program and kept.
 */
final class RealVideos {
  static final int SECONDS = 30;

  static final int SCALED_WIDTH_PX = 640;

  /**
   * A recording to be measured.
   *
   * @param scaledHeightPx of a frame that is {@value #SCALED_WIDTH_PX} pixels wide
   */
  record Video(String name, Path file, int scaledHeightPx) {}

  private final Path folder;
  private final Path program;
  private final Path source;

  /**
   * @param folder where they are kept; made where it is not there
   * @param program FFmpeg's, with encoders for H.264, HEVC and VP8
   * @param source a video of a face
   */
  RealVideos(Path folder, Path program, Path source) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.program = program;
    this.source = source;
  }

  /** By the program and the source that the system properties {@code bench.…} name. */
  static RealVideos in(Path folder) throws IOException {
    Path program = Path.of(System.getProperty("bench.ffmpeg"));
    if (!program.toFile().setExecutable(true)) { // Maven unpacks it as a plain file
      throw new IOException(program + " cannot be made executable");
    }
    return new RealVideos(folder, program, Path.of(System.getProperty("bench.source")));
  }

  /** The first is what the README tells of. */
  List<Video> all() throws IOException, InterruptedException {
    return List.of(
        video("h264-720p", 1280, 720, "mp4", "libx264 -b:v 3M"),
        video("vp8-480p", 640, 480, "webm", "libvpx -b:v 1500k -deadline realtime -cpu-used 8"),
        video("hevc-1080p", 1920, 1080, "mp4", "libx265 -preset fast -b:v 8M -tag:v hvc1"));
  }

  private Video video(String name, int widthPx, int heightPx, String extension, String encoder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name + "." + extension);
    if (!Files.exists(file)) {
      Path unfinished = folder.resolve("unfinished." + extension);
      String input = "-y -stream_loop -1 -t " + SECONDS + " -i";
      String output =
          "-vf scale="
              + widthPx
              + ":"
              + heightPx
              + ",noise=alls=6:allf=t -r 30 -an -c:v "
              + encoder;
      List<String> arguments = new ArrayList<>(List.of(input.split(" ")));
      arguments.add(source.toString());
      arguments.addAll(List.of(output.split(" ")));
      arguments.add(unfinished.toString());
      run(arguments);
      Files.move(unfinished, file);
    }
    return new Video(name, file, heightPx * SCALED_WIDTH_PX / widthPx);
  }

  /** The same video as another file: the server keeps equal ones once. */
  Path another(Video video) throws IOException, InterruptedException {
    String name = video.file().getFileName().toString();
    Path copy = folder.resolve("another-" + name);
    run(
        List.of(
            "-y",
            "-i",
            video.file().toString(),
            "-c",
            "copy",
            "-metadata",
            "title=" + UUID.randomUUID(),
            copy.toString()));
    return copy;
  }

  /**
   * Decodes and scales a video by FFmpeg alone, as the analysis needs it: ten frames a second, 640
   * pixels wide, three bytes a pixel; frames that no other needs are not decoded.
   */
  void decode(Video video) throws IOException, InterruptedException {
    run(
        List.of(
            "-skip_frame",
            "noref",
            "-i",
            video.file().toString(),
            "-vf",
            "fps=10,scale=640:-2:flags=bilinear",
            "-pix_fmt",
            "bgr24",
            "-f",
            "rawvideo",
            "-y",
            "/dev/null"));
  }

  /** Writes the first sampled frames, 640 pixels wide, three bytes a pixel, RGB. */
  void writeRaw(Video video, int frames, Path file) throws IOException, InterruptedException {
    String output = "-vf fps=10,scale=640:-2 -pix_fmt rgb24 -f rawvideo -y -frames:v " + frames;
    List<String> arguments = new ArrayList<>(List.of("-i", video.file().toString()));
    arguments.addAll(List.of(output.split(" ")));
    arguments.add(file.toString());
    run(arguments);
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-loglevel", "error"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IOException("FFmpeg ended with " + status);
    }
  }
}
