package org.otklik.media.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The media of the demo: one ad, and recordings of synthetic viewers of it. */
public final class DemoCampaign {
  public static final String CLIENT_NAME = "Отклик чай";
  public static final String CAMPAIGN_NAME = "Утро бывает разным";
  public static final String CREATIVE_NAME = "Зонтик и кот, 20 с";

  /** Change it whenever a film would come out differently: it names the folder's state. */
  static final String EDITION = "3";

  private static final String AD_FILE = "ad-otklik-tea.mp4";

  /** Told of each film when it is there; may be called by several threads, one at a time. */
  public interface Progress {
    void made(Path film, int done, int of);
  }

  private DemoCampaign() {}

  /** All viewers, in the order of their codes. */
  public static List<DemoViewer> viewers() {
    return DemoViewers.all();
  }

  public static Path adIn(Path folder) {
    return folder.resolve(AD_FILE);
  }

  public static Path recordingIn(Path folder, DemoViewer viewer) {
    return folder.resolve(viewer.fileName());
  }

  /**
   * Makes what is not there yet; a film appears under its name only when it is complete.
   *
   * @throws IOException when a film cannot be written; the others may be there
   */
  public static void writeTo(Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    forgetOtherEditions(folder);
    List<Task> tasks = new ArrayList<>();
    tasks.add(new Task(adIn(folder), film -> new SyntheticAd().writeTo(film)));
    viewers().forEach(v -> tasks.add(new Task(recordingIn(folder, v), v::writeTo)));
    run(tasks, progress);
  }

  private interface Maker {
    void writeTo(Path film) throws IOException;
  }

  private record Task(Path film, Maker maker) {
    void make() throws IOException {
      if (Files.isRegularFile(film)) {
        return;
      }
      Path unfinished = film.resolveSibling(film.getFileName() + ".part");
      maker.writeTo(unfinished);
      Files.move(unfinished, film, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void run(List<Task> tasks, Progress progress) throws IOException {
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work, "demo-media");
          thread.setDaemon(true);
          return thread;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads, daemons);
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Task task : tasks) {
        running.add(pool.submit(() -> make(task, progress, done, tasks.size())));
      }
      for (Future<?> one : running) {
        await(one);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void make(Task task, Progress progress, AtomicInteger done, int of) {
    try {
      task.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (done) {
      progress.made(task.film, done.incrementAndGet(), of);
    }
  }

  private static void await(Future<?> one) throws IOException {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unwritten) {
        throw unwritten.getCause();
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void forgetOtherEditions(Path folder) throws IOException {
    Path mark = folder.resolve("edition");
    if (Files.exists(mark) && Files.readString(mark).equals(EDITION)) {
      return;
    }
    Files.deleteIfExists(adIn(folder));
    for (DemoViewer viewer : viewers()) {
      Files.deleteIfExists(recordingIn(folder, viewer));
    }
    Files.writeString(mark, EDITION);
  }
}
