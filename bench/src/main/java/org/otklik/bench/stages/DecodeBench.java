package org.otklik.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.synthetic.MeasuredVideos;
import org.otklik.vision.image.Frame;

/**
 * Decoding alone, of a viewer's recording of 1280 x 720 at 30 frames a second with the noise of a
 * webcam: how fast with one and two threads, and what length costs in time and memory. Frames are
 * counted as they are in the video, of which every third is sampled, scaled and sent.
 */
public final class DecodeBench {
  private static final int ROUNDS = 5;
  private static final DecodeSettings TEN_HZ = new DecodeSettings(10, 640, -1);
  private static final int[] MINUTES = {1, 5, 20};

  private final MeasuredVideos videos;
  private final PrintStream out;

  public DecodeBench(MeasuredVideos videos, PrintStream out) {
    this.videos = videos;
    this.out = out;
  }

  /** Prints a line {@code name value unit} for each figure. */
  public void run() throws IOException, UnusableMediaException {
    Path video = videos.halfMinute();
    for (int threads : new int[] {1, 2}) {
      DecodeSettings settings = TEN_HZ.withThreads(threads);
      decode(video, settings);
      double[] seconds = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        seconds[i] = decode(video, settings).seconds;
      }
      Arrays.sort(seconds);
      double frames = (double) MeasuredVideos.SECONDS * MeasuredVideos.FRAME_RATE;
      print("decode-720p-threads-" + threads, frames / seconds[ROUNDS / 2], "frames/s");
    }
    lengths();
  }

  private void lengths() throws IOException, UnusableMediaException {
    for (int minutes : MINUTES) {
      Cost cost = decode(videos.minutes(minutes), TEN_HZ);
      String name = "decode-720p-" + minutes + "-min-";
      double frames = 60.0 * minutes * MeasuredVideos.FRAME_RATE;
      print(name + "time", cost.seconds * 1e6 / frames, "us/frame");
      print(name + "child-cpu", cost.childCpuSeconds * 1e6 / frames, "us/frame");
      print(name + "sampled", cost.frames, "frames");
      print(name + "child-peak", cost.childPeakBytes / 1048576.0, "MiB");
      print(name + "parent-peak", cost.parentPeakBytes / 1048576.0, "MiB");
    }
  }

  private static Cost decode(Path video, DecodeSettings settings) throws UnusableMediaException {
    Watch watch = new Watch();
    watch.start();
    int frames = 0;
    long begun = System.nanoTime();
    try (FrameStream stream = FrameStream.open(video, settings, DecoderChild.standard())) {
      for (Optional<Frame> f = stream.next(); f.isPresent(); f = stream.next()) {
        frames++;
      }
    } finally {
      watch.done = true;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Cost(
        seconds, watch.childCpuNs / 1e9, frames, watch.childPeakBytes, watch.parentPeakBytes);
  }

  /** Peaks are 0 where the system does not tell. */
  private record Cost(
      double seconds,
      double childCpuSeconds,
      int frames,
      long childPeakBytes,
      long parentPeakBytes) {}

  /** Looks at both processes every {@value #GLANCE_MS} ms. */
  private static final class Watch extends Thread {
    private static final long GLANCE_MS = 20;

    private volatile boolean done;
    private volatile long childCpuNs;
    private volatile long childPeakBytes;
    private volatile long parentPeakBytes;

    @Override
    public void run() {
      try {
        while (!done) {
          parentPeakBytes = peakBytes(ProcessHandle.current());
          ProcessHandle.current().children().forEach(this::look);
          sleep(GLANCE_MS);
        }
      } catch (InterruptedException e) {
        interrupt();
      }
    }

    private void look(ProcessHandle child) {
      long cpuNs = child.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
      childCpuNs = Math.max(childCpuNs, cpuNs);
      childPeakBytes = Math.max(childPeakBytes, peakBytes(child));
    }
  }

  /** The most that was ever resident, as the kernel counts it. */
  private static long peakBytes(ProcessHandle process) {
    String pid = Long.toString(process.pid());
    try {
      List<String> status = Files.readAllLines(Path.of("/proc", pid, "status"));
      return status.stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  private void print(String name, double value, String unit) {
    out.printf(Locale.ROOT, "%s %.0f %s%n", name, value, unit);
  }
}
