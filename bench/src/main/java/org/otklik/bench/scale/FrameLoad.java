package org.otklik.bench.scale;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.otklik.analysis.frame.FrameObservationStore;
import org.otklik.analysis.frame.TrackedFrame;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovements;
import org.otklik.persistence.JdbiProducer;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.image.LumaGrid;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads frames of runs: by the application's store, in transactions as large as the job's, or by
 * {@code COPY} alone, in one transaction a thread. As many threads as cores, as the server has
 * jobs.
 */
final class FrameLoad {
  static final int FRAMES_PER_RUN = 600;

  private static final LumaGrid GRID = new LumaGrid(80, 45, 8, new short[80 * 45]);

  /** Windows of 16 frames, six of them a chunk: see analyse-recording.xml. */
  private static final int CHUNK = 96;

  private final LocalDatabase database;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final List<TrackedFrame> frames = new ArrayList<>();

  FrameLoad(LocalDatabase database) {
    this.database = database;
    for (int i = 0; i < FRAMES_PER_RUN; i++) {
      frames.add(frame(i * 100));
    }
  }

  private static TrackedFrame frame(int timeMs) {
    float drift = timeMs / 1000f;
    float[] landmarks = {110 + drift, 90, 150 + drift, 90, 130, 115, 115, 140, 145, 140};
    FaceObservation face =
        new FaceObservation(
            new DetectedFace(new FaceBox(90 + drift, 60, 81.25f, 110.5f), landmarks, 0.9375f),
            FrameOutcome.OBSERVED,
            null,
            EmotionScores.of(0.01, 0.01, 0.02, 0.31, 0.02, 0.13 + drift / 1000, 0.5 - drift / 1000)
                .withMovements(FaceMovements.of(0.3125, 0.02, 0.1 + drift / 1000, 0.2, 0.05)),
            new FaceQuality(81, 0.53, 412.75, -4.5 + drift / 100, 2.25, 0.5),
            null,
            true);
    return new TrackedFrame(
        new FrameObservation(timeMs, FrameOutcome.OBSERVED, List.of(face), GRID, null),
        new int[] {1},
        new int[] {timeMs},
        0.02,
        timeMs % 500 == 0);
  }

  /** An analysis whose frames are to be loaded. */
  record Run(long id, LocalDate month) {}

  private interface Loader {
    void load(Queue<Run> runs) throws SQLException, IOException;
  }

  /** By the store; gives rows a second. */
  double write(List<Run> runs) throws InterruptedException, ExecutionException {
    return load(runs, this::write);
  }

  private void write(Queue<Run> runs) throws SQLException {
    try (OneConnection connection = new OneConnection(connect("?reWriteBatchedInserts=true"))) {
      FrameObservationStore store =
          new FrameObservationStore(JdbiProducer.create(connection.dataSource()));
      for (Run run = runs.poll(); run != null; run = runs.poll()) {
        for (int from = 0; from < frames.size(); from += CHUNK) {
          List<TrackedFrame> chunk = frames.subList(from, Math.min(from + CHUNK, frames.size()));
          store.write(run.id(), chunk);
          connection.commit();
        }
      }
    }
  }

  /** By {@code COPY} of what the store wrote for one run; gives rows a second. */
  double copy(List<Run> runs, long written)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    StringWriter rows = new StringWriter();
    try (Connection connection = connect("")) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select * from core.frame_observation where analysis_run_id = "
                  + written
                  + ") to stdout",
              rows);
    }
    List<String> afterRunAndMonth =
        rows.toString().lines().map(row -> row.split("\t", 3)[2]).toList();
    return load(runs, mine -> copy(mine, afterRunAndMonth));
  }

  private void copy(Queue<Run> runs, List<String> afterRunAndMonth) throws SQLException {
    try (Connection connection = connect("")) {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy core.frame_observation from stdin");
      for (Run run = runs.poll(); run != null; run = runs.poll()) {
        StringBuilder text = new StringBuilder();
        for (String row : afterRunAndMonth) {
          text.append(run.id())
              .append('\t')
              .append(run.month())
              .append('\t')
              .append(row)
              .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
      }
      copy.endCopy();
    }
  }

  private double load(List<Run> runs, Loader loader)
      throws InterruptedException, ExecutionException {
    Queue<Run> waiting = new ConcurrentLinkedQueue<>(runs);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long begun = System.nanoTime();
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(
            pool.submit(
                () -> {
                  loader.load(waiting);
                  return null;
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      return runs.size() * (double) FRAMES_PER_RUN / ((System.nanoTime() - begun) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }

  private Connection connect(String options) throws SQLException {
    return DriverManager.getConnection(
        database.url() + options,
        DatabaseRole.APPLICATION.login(),
        database.password(DatabaseRole.APPLICATION));
  }
}
