package org.otklik.job.analyse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.image.Frame;

/**
 * Windows of frames on their way through the models: some are observed by other threads while the
 * next is read and the ones before are stored. They come out in the order in which they were read,
 * and a film that breaks off does so after its last whole window. For one thread, the reader's.
 */
public final class WindowPipeline implements AutoCloseable {

  /** Reads the film. */
  public interface Source {
    /** The next frames; none after the last. */
    List<Frame> next() throws UnusableMediaException;
  }

  /** Takes work for other threads. */
  public interface Workers {
    Future<List<FrameObservation>> submit(Callable<List<FrameObservation>> work);
  }

  private final Source source;
  private final Function<List<Frame>, List<FrameObservation>> observer;
  private final Workers workers;
  private final int most;
  private final Deque<ObservedWindow> inFlight = new ArrayDeque<>();
  private UnusableMediaException failure;
  private boolean ended;

  /**
   * @param most windows under way at a time: bounds the memory
   */
  public WindowPipeline(
      Source source,
      Function<List<Frame>, List<FrameObservation>> observer,
      Workers workers,
      int most) {
    this.source = source;
    this.observer = observer;
    this.workers = workers;
    this.most = most;
  }

  /**
   * The next window, perhaps still being observed; null after the last.
   *
   * @throws UnusableMediaException when the film cannot be read on
   */
  public ObservedWindow next() throws UnusableMediaException {
    while (!ended && inFlight.size() < most) {
      readOne();
    }
    if (inFlight.isEmpty() && failure != null) {
      throw failure;
    }
    return inFlight.poll();
  }

  private void readOne() {
    try {
      List<Frame> frames = source.next();
      if (frames.isEmpty()) {
        ended = true;
      } else {
        int lastTimeMs = frames.get(frames.size() - 1).mediaTimeMs();
        inFlight.add(new ObservedWindow(lastTimeMs, workers.submit(() -> observer.apply(frames))));
      }
    } catch (UnusableMediaException e) {
      ended = true;
      failure = e;
    }
  }

  /** What has not begun is dropped; what has, ends unheard. */
  @Override
  public void close() {
    ended = true;
    inFlight.forEach(window -> window.pending().cancel(false));
    inFlight.clear();
  }
}
