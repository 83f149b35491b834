package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.otklik.media.child.DecoderMain;

/** Counts the children of this process, so nobody else may have some meanwhile. */
@Isolated
class StandbyDecoderTest {
  @TempDir Path folder;

  private final StandbyDecoder decoder = new StandbyDecoder();
  private Path video;

  @BeforeEach
  void write() throws Exception {
    video = VideoFixture.video(folder.resolve("f.mp4"), 5);
  }

  @AfterEach
  void stop() {
    decoder.stop();
  }

  @Test
  void theNextChildWaitsWhileThisOneWorks() throws Exception {
    long first = probed();
    long waiting = spare().pid();
    assertNotEquals(first, waiting);
    assertEquals(waiting, probed());
    assertNotEquals(waiting, spare().pid());
  }

  @Test
  void aSpareChildThatDiedIsReplaced() throws Exception {
    probed();
    ProcessHandle dead = spare();
    dead.destroyForcibly();
    dead.onExit().get(10, TimeUnit.SECONDS);
    assertNotEquals(dead.pid(), probed());
  }

  @Test
  void noneIsLeftBehind() throws Exception {
    probed();
    ProcessHandle last = spare();
    decoder.stop();
    last.onExit().get(10, TimeUnit.SECONDS);
    probed();
    assertTrue(spares().isEmpty());
  }

  /** Probes the video and gives the process that did. */
  private long probed() throws Exception {
    try (DecoderProcess process = decoder.child().probe(video)) {
      assertInstanceOf(DecoderRecord.Facts.class, process.next());
      return process.pid();
    }
  }

  private static ProcessHandle spare() {
    List<ProcessHandle> all = spares();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static List<ProcessHandle> spares() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> child.info().commandLine().orElse("").contains(DecoderMain.class.getName()))
        .toList();
  }
}
