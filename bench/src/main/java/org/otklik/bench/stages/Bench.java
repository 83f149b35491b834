package org.otklik.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.synthetic.MeasuredVideos;

/** Runs what needs no server and prints a line {@code name value unit} for each figure. */
public final class Bench {
  private final PrintStream out;

  private Bench(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args the folder of the models' release, one for videos, and the part to be measured:
   *     this one is {@code stages}, and in {@code all}
   */
  public static void main(String[] args)
      throws RunnerException, IOException, InterruptedException, UnusableMediaException {
    if (!Set.of("stages", "all").contains(args[2])) {
      return;
    }
    new Bench(System.out).vision(args[0]);
    MeasuredVideos videos = new MeasuredVideos(Path.of(args[1]));
    new DecodeBench(videos, System.out).run();
    new CopyBench(videos, System.out).run();
    new CutBench(videos, System.out).run(videos.halfMinute());
  }

  private void vision(String models) throws RunnerException {
    int cores = Runtime.getRuntime().availableProcessors();
    print("cores", cores, "");
    for (int threads : cores == 1 ? List.of(1) : List.of(1, cores)) {
      Options options =
          new OptionsBuilder()
              .include(VisionBenchmarks.class.getName())
              .threads(threads)
              .jvmArgsAppend("-D" + VisionBenchmarks.MODELS + "=" + models, "-Xmx1g")
              .verbosity(VerboseMode.SILENT)
              .shouldFailOnError(true)
              .build();
      Collection<RunResult> results = new Runner(options).run();
      results.stream()
          .sorted(Comparator.comparing((RunResult result) -> result.getParams().getBenchmark()))
          .forEach(result -> print(result, threads));
    }
  }

  /** The median of the measured rounds: one disturbed round does not move it. */
  private void print(RunResult result, int threads) {
    String benchmark = result.getParams().getBenchmark();
    String name = benchmark.substring(benchmark.lastIndexOf('.') + 1) + "-threads-" + threads;
    String unit = benchmark.contains("classify") ? "faces/s" : "frames/s";
    print(name, result.getPrimaryResult().getStatistics().getPercentile(50), unit);
  }

  private void print(String name, double value, String unit) {
    out.printf(Locale.ROOT, "%s %.0f %s%n", name, value, unit);
  }
}
