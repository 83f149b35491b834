package org.otklik.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.otklik.media.DecoderChild;
import org.otklik.media.VideoCopies;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.synthetic.MeasuredVideos;

/**
 * How fast copies for browsers are made, of a viewer's recording of 1280 x 720 at 30 frames a
 * second: pictures a second as the clock tells and, for a machine that does other things besides,
 * by the processor time of the child that makes them.
 */
public final class CopyBench {
  private static final int ROUNDS = 3;
  private static final double MEGAPIXELS = 1280 * 720 / 1e6;

  private final MeasuredVideos videos;
  private final PrintStream out;

  public CopyBench(MeasuredVideos videos, PrintStream out) {
    this.videos = videos;
    this.out = out;
  }

  /** Copies alone, without the rest of the measurements; the argument is a folder for videos. */
  public static void main(String[] args) throws IOException, UnusableMediaException {
    new CopyBench(new MeasuredVideos(Path.of(args[0])), System.out).run();
  }

  /** Prints a line {@code name value unit} for each figure. */
  public void run() throws IOException, UnusableMediaException {
    Path video = videos.halfMinute();
    double pictures = (double) MeasuredVideos.SECONDS * MeasuredVideos.FRAME_RATE;
    double[] seconds = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      Path copy = Files.createTempFile("copy", ".mp4");
      long begun = System.nanoTime();
      try (ChildProcessor child = ChildProcessor.watch()) {
        VideoCopies.write(video, copy, DecoderChild.standard());
        processor[i] = child.seconds();
      } finally {
        Files.delete(copy);
      }
      seconds[i] = (System.nanoTime() - begun) / 1e9;
    }
    Arrays.sort(seconds);
    Arrays.sort(processor);
    print("copy-720p", pictures / seconds[ROUNDS / 2], "pictures/s");
    double each = processor[ROUNDS / 2];
    if (each > 0) {
      print("copy-720p-on-one-core", pictures / each, "pictures/s");
      print("copy-on-one-core", pictures * MEGAPIXELS / each, "megapixels/s");
    }
  }

  private void print(String name, double value, String unit) {
    out.printf(Locale.ROOT, "%s %.0f %s%n", name, value, unit);
  }
}
