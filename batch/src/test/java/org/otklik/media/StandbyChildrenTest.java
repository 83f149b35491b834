package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.otklik.media.child.DecoderMain;
import org.otklik.storage.UnusableMediaException;

/** Counts the children of this process, so nobody else may have some meanwhile. */
@Isolated
class StandbyChildrenTest {
  @TempDir Path folder;

  private final StandbyChildren children = new StandbyChildren(child -> child);
  private Path video;

  @BeforeEach
  void write() throws Exception {
    video = VideoFixture.video(folder.resolve("f.mp4"), 5);
  }

  @AfterEach
  void stop() {
    children.stop();
  }

  @Test
  void theNextChildWaitsWhileThisOneWorks() throws Exception {
    long first = probed(video);
    long waiting = spare(first).pid();
    assertEquals(waiting, probed(other()));
    assertNotEquals(waiting, spare(first, waiting).pid());
  }

  @Test
  void aSpareChildThatDiedIsReplaced() throws Exception {
    long first = probed(video);
    ProcessHandle dead = spare(first);
    dead.destroyForcibly();
    dead.onExit().get(10, TimeUnit.SECONDS);
    assertNotEquals(dead.pid(), probed(other()));
  }

  @Test
  void noneIsLeftBehind() throws Exception {
    long first = probed(video);
    ProcessHandle last = spare(first);
    children.stop();
    last.onExit().get(10, TimeUnit.SECONDS);
    probed(video);
    assertTrue(alive().isEmpty());
  }

  @Test
  void aVideoKeepsItsChildForItsNextWork() throws Exception {
    long first = probed(video);
    assertEquals(first, probed(video));
    try (FrameStream frames = FrameStream.open(video, DecodeSettings.STANDARD, child())) {
      assertFalse(frames.next(100).isEmpty());
    }
    Path moved = Files.move(video, folder.resolve("stored"));
    assertEquals(first, probed(moved));
    assertEquals(2, alive().size()); // with the one to spare
  }

  @Test
  void noChildSeesTwoVideos() throws Exception {
    long first = probed(video);
    Path other = other();
    assertNotEquals(first, probed(other));
    Files.move(other, video, StandardCopyOption.REPLACE_EXISTING);
    assertNotEquals(first, probed(video));
  }

  /** It would end by itself while it is asked, and the video would be blamed. */
  @Test
  void aChildThatIsAboutToEndIsNotAskedAgain() throws Exception {
    StandbyChildren impatient = new StandbyChildren(child -> child, Duration.ZERO);
    DecoderChild child = DecoderChild.standard().with(impatient);
    try {
      long first = probed(video, child);
      assertNotEquals(first, probed(video, child));
      assertFalse(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false));
    } finally {
      impatient.stop();
    }
  }

  /** Whoever asks may have taken the child's settings when the server knew less. */
  @Test
  void childrenStartAsTheServerKnowsByNow() throws Exception {
    StandbyChildren quick = new StandbyChildren(child -> child.startedWith(List.of("-Dquick=yes")));
    DecoderChild taken = DecoderChild.standard().with(quick);
    try (DecoderAnswer answer = taken.probe(video)) {
      ProcessHandle process = ProcessHandle.of(answer.pid()).orElseThrow();
      assertTrue(process.info().commandLine().orElseThrow().contains("-Dquick=yes"));
    } finally {
      quick.stop();
    }
  }

  @Test
  void aVideoThatCannotBeUsedKeepsNoChild() throws Exception {
    Path broken = Files.writeString(folder.resolve("b.mp4"), "no video");
    assertThrows(UnusableMediaException.class, () -> probed(broken));
    assertEquals(1, alive().size());
  }

  @Test
  void aChildThatIsClosedAtItsWorkIsGone() throws Exception {
    long working;
    try (DecoderAnswer answer = child().probe(video)) {
      working = answer.pid();
    }
    assertNotEquals(working, probed(video));
  }

  private Path other() throws Exception {
    return VideoFixture.video(folder.resolve("g.mp4"), 6);
  }

  private DecoderChild child() {
    return DecoderChild.standard().with(children);
  }

  /** Probes the video and gives the process that did. */
  private long probed(Path which) throws Exception {
    return probed(which, child());
  }

  private static long probed(Path which, DecoderChild child) throws Exception {
    try (DecoderAnswer answer = child.probe(which)) {
      assertInstanceOf(DecoderRecord.Facts.class, answer.next());
      assertInstanceOf(DecoderRecord.End.class, answer.next());
      return answer.pid();
    }
  }

  /** The one that is alive beside those. */
  private static ProcessHandle spare(Long... others) {
    List<ProcessHandle> spares = new ArrayList<>(alive());
    spares.removeIf(one -> List.of(others).contains(one.pid()));
    assertEquals(1, spares.size());
    return spares.get(0);
  }

  private static List<ProcessHandle> alive() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> child.info().commandLine().orElse("").contains(DecoderMain.class.getName()))
        .toList();
  }
}
