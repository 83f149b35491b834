package org.otklik.job.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.InferenceException;

@Timeout(30)
class WindowPipelineTest {
  private static final int MOST = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private int windowsRead;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Windows of two frames, 100 ms apart; breaks off after so many. */
  private WindowPipeline.Source film(int windows, boolean breaksOff) {
    return () -> {
      if (windowsRead == windows) {
        if (breaksOff) {
          throw new UnusableMediaException(Reason.DECODER_FAILED, "a test");
        }
        return List.of();
      }
      int timeMs = 200 * windowsRead++;
      return List.of(Frame.undecodable(timeMs), Frame.undecodable(timeMs + 100));
    };
  }

  private static List<FrameObservation> observe(List<Frame> frames) {
    return frames.stream()
        .map(f -> new FrameObservation(f.mediaTimeMs(), FrameOutcome.UNDECODABLE, List.of()))
        .toList();
  }

  private WindowPipeline pipeline(
      WindowPipeline.Source film, Function<List<Frame>, List<FrameObservation>> observer) {
    return new WindowPipeline(film, observer, threads::submit, MOST);
  }

  @Test
  void windowsComeOutInTheOrderOfTheFilm() throws UnusableMediaException {
    List<Integer> times = new ArrayList<>();
    try (WindowPipeline windows = pipeline(film(7, false), WindowPipelineTest::observe)) {
      for (ObservedWindow w = windows.next(); w != null; w = windows.next()) {
        w.observations().forEach(frame -> times.add(frame.mediaTimeMs()));
        assertEquals(times.get(times.size() - 1), w.lastTimeMs());
      }
      assertNull(windows.next());
    }
    List<Integer> expected = new ArrayList<>();
    for (int timeMs = 0; timeMs < 1400; timeMs += 100) {
      expected.add(timeMs);
    }
    assertEquals(expected, times);
  }

  @Test
  void twoWindowsAreObservedAtTheSameTime() throws UnusableMediaException {
    CyclicBarrier bothAreHere = new CyclicBarrier(2);
    try (WindowPipeline windows =
        pipeline(
            film(2, false),
            frames -> {
              meet(bothAreHere);
              return observe(frames);
            })) {
      assertEquals(2, windows.next().observations().size());
      assertEquals(2, windows.next().observations().size());
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other window did not come", e);
    }
  }

  @Test
  void noMoreIsReadAheadThanAllowed() throws UnusableMediaException {
    try (WindowPipeline windows = pipeline(film(100, false), WindowPipelineTest::observe)) {
      windows.next();
      assertEquals(MOST, windowsRead);
      windows.next();
      assertEquals(MOST + 1, windowsRead);
    }
  }

  @Test
  void brokenFilmGivesItsWholeWindowsFirst() throws UnusableMediaException {
    try (WindowPipeline windows = pipeline(film(2, true), WindowPipelineTest::observe)) {
      assertEquals(100, windows.next().lastTimeMs());
      assertEquals(300, windows.next().lastTimeMs());
      assertThrows(UnusableMediaException.class, windows::next);
      assertThrows(UnusableMediaException.class, windows::next);
    }
  }

  @Test
  void failureOfAModelIsToldWhereItsWindowIsWaitedFor() throws UnusableMediaException {
    InferenceException failure = new InferenceException("a test", null);
    try (WindowPipeline windows =
        pipeline(
            film(2, false),
            frames -> {
              if (frames.get(0).mediaTimeMs() == 200) {
                throw failure;
              }
              return observe(frames);
            })) {
      assertEquals(2, windows.next().observations().size());
      ObservedWindow second = windows.next();
      assertSame(failure, assertThrows(InferenceException.class, second::observations));
    }
  }

  @Test
  void whatHasNotBegunIsDroppedWhenTheJobStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch closed = new CountDownLatch(1);
    List<Integer> observed = Collections.synchronizedList(new ArrayList<>());
    WindowPipeline windows =
        pipeline(
            film(3, false),
            frames -> {
              observed.add(frames.get(0).mediaTimeMs());
              begun.countDown();
              try {
                closed.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return observe(frames);
            });
    windows.next();
    begun.await();
    windows.close();
    closed.countDown();
    threads.shutdown();
    threads.awaitTermination(20, TimeUnit.SECONDS);
    assertEquals(List.of(0, 200), observed.stream().sorted().toList());
    assertNull(windows.next());
  }
}
