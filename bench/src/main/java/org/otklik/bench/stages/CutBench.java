package org.otklik.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.otklik.media.DecoderChild;
import org.otklik.media.VideoCuts;
import org.otklik.media.decoder.CutOrder;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.synthetic.MeasuredVideos;

/**
 * What a trailer's video costs, beside FFmpeg's own program that decodes the same shots and encodes
 * them by the same encoder at the same rate: processor time of each child, in turns.
 */
public final class CutBench {
  private static final int ROUNDS = 5;
  private static final int WIDTH_PX = 1280;
  private static final int HEIGHT_PX = 720;

  /** Those of our encoder. */
  private static final double BITS_A_PIXEL = 0.13;

  private static final int SHOTS = 6;
  private static final int SHOT_SECONDS = 3;

  private final MeasuredVideos videos;
  private final PrintStream out;

  public CutBench(MeasuredVideos videos, PrintStream out) {
    this.videos = videos;
    this.out = out;
  }

  /** Cuts alone; the argument is a folder for videos, or a video of 30 s, 1280 × 720 at 30/s. */
  public static void main(String[] args)
      throws IOException, InterruptedException, UnusableMediaException {
    Path given = Path.of(args[0]);
    CutBench bench = new CutBench(new MeasuredVideos(given), System.out);
    bench.run(Files.isDirectory(given) ? bench.videos.halfMinute() : given);
  }

  /** Prints a line {@code name value unit} for each figure. */
  public void run(Path video) throws IOException, InterruptedException, UnusableMediaException {
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      Path cut = Files.createTempFile("cut", ".mp4");
      try (ChildProcessor child = ChildProcessor.watch()) {
        VideoCuts.write(video, order(), cut, DecoderChild.standard(), frames -> {});
        ours[i] = child.seconds();
      }
      try (ChildProcessor child = ChildProcessor.watch()) {
        program(video, cut);
        theirs[i] = child.seconds();
      } finally {
        Files.delete(cut);
      }
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    double seconds = SHOTS * SHOT_SECONDS;
    print("cut-720p", ours[ROUNDS / 2] / seconds, "s of processor time a second");
    print("cut-720p-ffmpeg", theirs[ROUNDS / 2] / seconds, "s of processor time a second");
    print("cut-720p-ratio", ours[ROUNDS / 2] / theirs[ROUNDS / 2], "times FFmpeg alone");
  }

  private static int beginSecond(int shot) {
    return 1 + 5 * ((shot * 5) % SHOTS); // not in the video's order
  }

  private static CutOrder order() {
    List<CutOrder.Shot> shots = new ArrayList<>();
    for (int i = 0; i < SHOTS; i++) {
      int begin = MeasuredVideos.FRAME_RATE * beginSecond(i);
      shots.add(
          new CutOrder.Shot(begin, begin + MeasuredVideos.FRAME_RATE * SHOT_SECONDS, 0.5, 0.5));
    }
    return new CutOrder(shots, MeasuredVideos.FRAME_RATE, 1, WIDTH_PX, HEIGHT_PX, 0, "", 0);
  }

  private static void program(Path video, Path cut) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-loglevel", "error", "-y"));
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < SHOTS; i++) {
      command.addAll(
          List.of(
              "-ss",
              Integer.toString(beginSecond(i)),
              "-t",
              Integer.toString(SHOT_SECONDS),
              "-i",
              video.toString()));
      joined.append("[").append(i).append(":v]");
    }
    int bits = (int) (BITS_A_PIXEL * WIDTH_PX * HEIGHT_PX * MeasuredVideos.FRAME_RATE);
    command.addAll(
        List.of(
            "-filter_complex",
            joined + "concat=n=" + SHOTS + ":v=1",
            "-c:v",
            "libopenh264",
            "-b:v",
            Integer.toString(bits),
            "-g",
            "30",
            cut.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("FFmpeg ended with " + process.exitValue());
    }
  }

  private void print(String name, double value, String unit) {
    out.printf(Locale.ROOT, "%s %.2f %s%n", name, value, unit);
  }
}
