package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.media.VideoFixture.constantRate;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.media.decoder.RecordType;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.testdata.video.VideoWriter.Format;
import org.otklik.testdata.video.VideoWriter.Settings;
import org.otklik.vision.image.Frame;

class ReadAheadTest {
  private static final int FRAMES = 150;
  private static final DecodeSettings EVERY_FRAME = new DecodeSettings(25, 1024, -1);
  private static final int MAX_AHEAD = FrameStream.ahead(EVERY_FRAME);

  @TempDir Path folder;
  private Path video;

  @BeforeEach
  void makeVideo() throws IOException {
    video = folder.resolve("a.mp4");
    VideoFixture.video(video, Settings.of(Format.MP4, 320, 180, 25), constantRate(FRAMES, 25));
  }

  @Test
  void aSlowReaderGetsEveryFrameAndOnlySoManyWait() throws Exception {
    try (FrameStream stream = open()) {
      List<Integer> timesMs = new ArrayList<>();
      for (Optional<Frame> f = stream.next(); f.isPresent(); f = stream.next()) {
        timesMs.add(f.get().mediaTimeMs());
        if (timesMs.size() + MAX_AHEAD < FRAMES) {
          awaitFull(stream);
        }
      }
      assertEquals(IntStream.range(0, FRAMES).mapToObj(i -> 40 * i).toList(), timesMs);
      assertEquals(Optional.empty(), stream.next());
    }
  }

  @Test
  void theMemoryIsBoundedWhateverTheFramesSize() {
    for (int side : new int[] {16, 640, 1024, 4096}) {
      int ahead = FrameStream.ahead(new DecodeSettings(10, side, -1));
      assertTrue(ahead >= 2 && ahead <= 48, side + ": " + ahead);
      assertTrue(ahead == 2 || 3L * ahead * side * side <= FrameStream.AHEAD_BYTES);
    }
  }

  @Test
  void closingWhileTheQueueIsFullEndsThreadAndChild() throws Exception {
    FrameStream stream = open();
    assertTrue(stream.next().isPresent());
    awaitFull(stream);
    assertTimeoutPreemptively(Duration.ofSeconds(5), stream::close);
    assertEnded(stream);
    assertEquals(Optional.empty(), stream.next());
    stream.close(); // again
  }

  @Test
  void closingBeforeTheFirstFrameEndsThreadAndChild() throws Exception {
    FrameStream stream = open();
    assertTimeoutPreemptively(Duration.ofSeconds(5), stream::close);
    assertEnded(stream);
  }

  @Test
  void aFailureComesAfterTheFramesBeforeIt() throws Exception {
    DecoderChild failing = DecoderChild.standard().running(FailingMain.class, "256m");
    try (FrameStream stream = FrameStream.open(video, EVERY_FRAME, failing)) {
      for (int i = 0; i < FailingMain.WHOLE; i++) {
        assertEquals(i, stream.next().orElseThrow().mediaTimeMs());
      }
      UnusableMediaException failure = assertThrows(UnusableMediaException.class, stream::next);
      assertEquals(Reason.DECODER_FAILED, failure.reason());
      assertEquals(Optional.empty(), stream.next());
      assertEnded(stream);
    }
  }

  @Test
  void aChildThatSomebodyKillsSaysNothingOfTheFile() throws Exception {
    try (FrameStream stream = open()) {
      awaitFull(stream);
      ProcessHandle.of(stream.pid()).orElseThrow().destroyForcibly();
      UnusableMediaException failure =
          assertThrows(UnusableMediaException.class, () -> stream.next(FRAMES));
      assertEquals(Reason.SERVER_BUSY, failure.reason());
    }
  }

  @Test
  void aReaderThatIsInterruptedEndsTheVideoAndStaysInterrupted() throws Exception {
    FrameStream stream = open();
    assertTrue(stream.next().isPresent());
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, stream::next);
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
    stream.close();
    assertEnded(stream);
  }

  @Test
  void theCallersThreadsAreUsedAndMayBeRefused() throws Exception {
    List<Thread> made = new ArrayList<>();
    try (FrameStream stream =
        FrameStream.open(
            video,
            EVERY_FRAME,
            DecoderChild.standard(),
            work -> {
              made.add(new Thread(work));
              return made.get(0);
            })) {
      assertEquals(5, stream.next(5).size());
    }
    assertEquals(1, made.size());
    assertFalse(made.get(0).isAlive());
    assertThrows(
        IllegalStateException.class,
        () -> FrameStream.open(video, EVERY_FRAME, DecoderChild.standard(), work -> null));
  }

  /** Sends frames without a picture, then breaks off in the middle of a record. */
  static final class FailingMain {
    static final int WHOLE = 5;

    public static void main(String[] arguments) throws IOException {
      DataOutputStream out = new DataOutputStream(System.out);
      for (int i = 0; i < WHOLE; i++) {
        out.writeByte(RecordType.FRAME);
        for (int number : new int[] {i, 0, 0, 0, 0, -1}) {
          out.writeInt(number);
        }
      }
      out.writeByte(RecordType.FRAME);
      out.writeInt(WHOLE);
      out.flush();
    }
  }

  private FrameStream open() throws UnusableMediaException {
    return FrameStream.open(video, EVERY_FRAME, DecoderChild.standard());
  }

  /** Until the reading stands still because nothing more fits. */
  private static void awaitFull(FrameStream stream) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (stream.waiting() < MAX_AHEAD) {
            Thread.onSpinWait();
          }
        });
    assertEquals(MAX_AHEAD, stream.waiting());
  }

  /** The thread has handed over its last words before it ends, so it is given a moment. */
  private static void assertEnded(FrameStream stream) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (stream.isReading()) {
            Thread.onSpinWait();
          }
        },
        "the thread");
    assertFalse(ProcessHandle.of(stream.pid()).map(ProcessHandle::isAlive).orElse(false));
  }
}
