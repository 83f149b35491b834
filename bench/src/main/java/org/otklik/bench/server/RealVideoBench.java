package org.otklik.bench.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.otklik.bench.server.RealVideos.Video;
import org.otklik.platform.Console;

/**
 * What a recording costs, from the end of its upload to its summary, beside FFmpeg's own program
 * that only decodes and scales it; in turns, medians.
 */
final class RealVideoBench {
  private static final int WARM_UP = 16;
  private static final int ROUNDS = 5;
  private static final int SAMPLED_HZ = 10;

  /** Threads with less are not shown. */
  private static final double MIN_SHOWN_MS = 0.05;

  private final Console console;
  private final ProcessHandle server;
  private final AnalysedRecordings recordings;

  RealVideoBench(Console console, ProcessHandle server, AnalysedRecordings recordings) {
    this.console = console;
    this.server = server;
    this.recordings = recordings;
  }

  /** Seconds of one round. */
  private record Round(
      double ffmpeg,
      double all,
      double child,
      double itself,
      Map<String, Double> threads,
      double database,
      double clock) {}

  /**
   * @param rival measured beside, where it is installed
   */
  void run(RealVideos videos, Optional<Rival> rival) throws IOException, InterruptedException {
    for (Video video : videos.all()) {
      // Scenes, thumbnails and the copy of the creative are made here.
      String creative = recordings.creative();
      for (int i = 0; i < WARM_UP; i++) {
        recordings.analyse(creative, videos.another(video), 1);
      }
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(videos, video, creative));
      }
      show(video.name(), rounds);
      if (rival.isPresent()) {
        show(rival.get(), videos, video, rounds);
      }
    }
  }

  private Round round(RealVideos videos, Video video, String creative)
      throws IOException, InterruptedException {
    ProcessHandle ourselves = ProcessHandle.current();
    double before = ProcessorTime.ofChildren(ourselves);
    videos.decode(video);
    double ffmpeg = ProcessorTime.ofChildren(ourselves) - before;

    Path recording = videos.another(video);
    double all = ProcessorTime.ofChildren(ourselves);
    double child = ProcessorTime.ofChildren(server);
    double itself = ProcessorTime.ofItself(server);
    Map<String, Double> threads = ProcessorTime.ofThreads(server);
    double seconds = recordings.analyse(creative, recording, 1).analysisSeconds();
    all = ProcessorTime.ofChildren(ourselves) - all;
    child = ProcessorTime.ofChildren(server) - child;
    itself = ProcessorTime.ofItself(server) - itself;
    ProcessorTime.ofThreads(server)
        .forEach((name, now) -> threads.merge(name, now, (then, later) -> later - then));
    return new Round(ffmpeg, all, child, itself, threads, all - child - itself, seconds);
  }

  private void show(String video, List<Round> rounds) {
    double ffmpeg = median(rounds, Round::ffmpeg);
    figure(video + "-ffmpeg", ms(ffmpeg), "ms of processor time a sampled frame");
    figure(video + "-otklik", ms(median(rounds, Round::all)), "ms of processor time");
    figure(video + "-of-it-decoder", ms(median(rounds, Round::child)), "ms");
    figure(video + "-of-it-server", ms(median(rounds, Round::itself)), "ms");
    rounds.stream()
        .flatMap(round -> round.threads().keySet().stream())
        .distinct()
        .sorted()
        .forEach(thread -> showThread(video, thread, rounds));
    figure(video + "-of-it-database", ms(median(rounds, Round::database)), "ms");
    figure(video + "-ratio", median(rounds, r -> r.all() / r.ffmpeg()), "times FFmpeg alone");
    figure(video + "-completed-after", median(rounds, Round::clock), "s");
    figure(
        video + "-clock-ratio",
        median(rounds, r -> r.clock() * Runtime.getRuntime().availableProcessors() / r.all()),
        "times its work on all processors");
  }

  private void show(Rival rival, RealVideos videos, Video video, List<Round> rounds)
      throws IOException, InterruptedException {
    double otklik = ms(median(rounds, Round::all));
    double decoding = ms(median(rounds, Round::ffmpeg));
    for (boolean aligned : List.of(false, true)) {
      String name = video.name() + (aligned ? "-rival-aligned" : "-rival");
      double models = rival.processorMs(videos, video, aligned);
      figure(name, models, "ms of processor time a frame, without decoding");
      figure(name + "-ratio", (models + decoding) / otklik, "times Otklik, with FFmpeg's decoding");
    }
  }

  private void showThread(String video, String thread, List<Round> rounds) {
    double seconds = median(rounds, round -> round.threads().getOrDefault(thread, 0.0));
    if (ms(seconds) >= MIN_SHOWN_MS) {
      figure(video + "-of-the-server-" + thread.replace(' ', '-'), ms(seconds), "ms");
    }
  }

  private static double ms(double seconds) {
    return 1000 * seconds / (RealVideos.SECONDS * SAMPLED_HZ);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  private void figure(String name, double value, String unit) {
    console.show(String.format(Locale.ROOT, "%s %.2f %s", name, value, unit));
  }
}
