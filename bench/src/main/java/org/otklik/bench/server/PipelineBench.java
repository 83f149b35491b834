package org.otklik.bench.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.bench.stages.StageBench;
import org.otklik.demo.DemoManifest;
import org.otklik.launcher.BuildLayout;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.LauncherLog;
import org.otklik.launcher.Otklik;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.FolderLock;
import org.otklik.platform.FreePorts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.testdata.synthetic.MeasuredVideos;

/**
 * {@code mvn -Pbench}: the whole way of a recording, from its upload over REST to its rows in
 * PostgreSQL, in the real server; beside it, round by round, what each stage reaches alone with the
 * same cores. Prints a line {@code name value unit} for each figure; medians.
 */
public final class PipelineBench {
  private static final int SAMPLED_HZ = 10;

  /** Rounds; after four the server's compiler still takes a twentieth of the cores. */
  private static final int WARM_UP = 8;

  private static final int ROUNDS = 5;

  /** Recordings a core that are analysed in one round. */
  private static final int TOGETHER = 3;

  private static final int[] MINUTES = {1, 5, 20};

  private final Console console;
  private final MeasuredVideos videos;
  private final RestClient rest;
  private final ProcessHandle server;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private Path video;
  private Path ad;
  private AnalysedRecordings recordings;

  private PipelineBench(
      Console console, MeasuredVideos videos, OtklikServer server, DemoUser user) {
    this.console = console;
    this.videos = videos;
    this.server = server.process();
    this.rest = new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }

  /**
   * @param args a folder for videos, database and logs; and the part to be measured: {@code video},
   *     {@code pipeline}, {@code reports}, {@code portal} or {@code all}; {@code stages} needs no
   *     server
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, UnusableMediaException {
    if (args[1].equals("stages")) {
      return;
    }
    Path folder = Path.of(args[0]).toAbsolutePath();
    Console console = Console.terminal();
    LauncherLog.writeTo(folder.resolve("bench.log"));
    BuildLayout layout = BuildLayout.current();
    MeasuredVideos videos = new MeasuredVideos(folder.resolve("videos"));
    DemoUser user = DemoUser.random();
    try (FolderLock lock = FolderLock.take(folder);
        Otklik otklik = Otklik.create()) {
      Thread stopper = new Thread(() -> stop(otklik, console), "stop-everything");
      Runtime.getRuntime().addShutdownHook(stopper);
      // Else the server would go on with what an earlier run left unfinished.
      FileTrees.delete(folder.resolve("postgres"));
      FileTrees.delete(folder.resolve("server"));
      otklik.start(layout, folder, FreePorts.any(), user::on, console);
      PipelineBench bench = new PipelineBench(console, videos, otklik.server(), user);
      bench.prepare(layout);
      if (Set.of("real", "all").contains(args[1])) {
        bench.real(folder);
      }
      if (Set.of("pipeline", "all").contains(args[1])) {
        bench.run(layout);
      }
      if (Set.of("reports", "all").contains(args[1])) {
        bench.reports(otklik);
      }
      if (Set.of("portal", "all").contains(args[1])) {
        new PortalBench(console, bench.rest, otklik, user, bench.ad, bench.video).run();
      }
    }
    System.exit(0);
  }

  private static void stop(Otklik otklik, Console console) {
    try {
      otklik.close();
    } catch (IOException e) {
      console.say("Stopping failed: " + e);
    }
  }

  private void prepare(BuildLayout layout)
      throws IOException, InterruptedException, UnusableMediaException {
    video = console.step("Drawing a viewer", videos::halfMinute);
    ad = DemoManifest.in(layout.demo()).creative();
    recordings = new AnalysedRecordings(rest, ad);
  }

  private void real(Path folder) throws IOException, InterruptedException {
    RealVideos real = RealVideos.in(folder.resolve("real"));
    Optional<Rival> rival =
        Rival.install(Path.of(System.getProperty("bench.rival")), folder.resolve("rival"));
    if (rival.isEmpty()) {
      console.say("There is no npm on the path: the rival is not measured");
    }
    new RealVideoBench(console, server, recordings).run(real, rival);
  }

  private void reports(Otklik otklik) throws IOException, InterruptedException {
    new ReportBench(console, rest, otklik).run(recordings.analyse(video, 1).creative());
  }

  private void run(BuildLayout layout)
      throws IOException, InterruptedException, UnusableMediaException {
    for (int i = 0; i < WARM_UP; i++) {
      recordings.analyse(video, TOGETHER * cores);
    }
    figure("cores", cores, "");
    latency();
    throughput(layout);
    for (int minutes : MINUTES) {
      length(minutes);
    }
  }

  private void latency() throws IOException, InterruptedException {
    List<Double> uploaded = new ArrayList<>();
    List<Double> analysed = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      AnalysedRecordings.Timing timing = recordings.analyse(video, 1);
      uploaded.add(timing.uploadSeconds());
      analysed.add(timing.analysisSeconds());
    }
    figure("pipeline-30-s-720p-upload", median(uploaded), "s");
    figure("pipeline-30-s-720p-analysis", median(analysed), "s");
  }

  private void throughput(BuildLayout layout)
      throws IOException, InterruptedException, UnusableMediaException {
    List<Double> decode = new ArrayList<>();
    List<Double> detect = new ArrayList<>();
    List<Double> classify = new ArrayList<>();
    List<Double> pipeline = new ArrayList<>();
    List<Double> efficiency = new ArrayList<>();
    int together = TOGETHER * cores;
    double frames = (double) together * MeasuredVideos.SECONDS * SAMPLED_HZ;
    try (StageBench stages = new StageBench(layout.models(), video);
        PeakMemory memory = PeakMemory.of(server)) {
      for (int i = 0; i < ROUNDS; i++) {
        decode.add(stages.decode());
        detect.add(stages.detect());
        classify.add(stages.classify());
        pipeline.add(frames / recordings.analyse(video, together).totalSeconds());
        double slowest = Math.min(decode.get(i), Math.min(detect.get(i), classify.get(i)));
        efficiency.add(pipeline.get(i) / slowest);
      }
      figure("stage-decode-all-cores", median(decode), "frames/s");
      figure("stage-detect-all-cores", median(detect), "frames/s");
      figure("stage-classify-all-cores", median(classify), "faces/s");
      figure("pipeline-" + together + "-recordings", median(pipeline), "frames/s");
      figure("pipeline-efficiency", median(efficiency), "of the slowest stage alone");
      figure("pipeline-peak-server", memory.processMib(), "MiB");
      figure("pipeline-peak-child", memory.childMib(), "MiB");
    }
  }

  private void length(int minutes) throws IOException, InterruptedException {
    Path video = videos.minutes(minutes);
    String name = "pipeline-" + minutes + "-min-720p-";
    try (PeakMemory memory = PeakMemory.of(server)) {
      double seconds = recordings.analyse(video, 1).analysisSeconds();
      figure(name + "time", 1000 * seconds / (60.0 * minutes * SAMPLED_HZ), "ms/frame");
      figure(name + "peak-server", memory.processMib(), "MiB");
      figure(name + "peak-child", memory.childMib(), "MiB");
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void figure(String name, double value, String unit) {
    String digits = value < 100 ? "%.2f" : "%.0f";
    console.show(String.format(Locale.ROOT, "%s " + digits + " %s", name, value, unit));
  }
}
