package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class MediaDiskTest {
  private static final long MORE_THAN_THERE_IS = Long.MAX_VALUE / 2;

  @TempDir private Path folder;

  @Test
  void roomIsWhatTheReserveLeaves() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    MediaDisk half = new MediaDisk(folder, free / 2);
    half.requireRoom(free / 4);
    assertProblem(ProblemCode.DISK_FULL, () -> half.requireRoom(free));
    assertTrue(new MediaDisk(folder, MORE_THAN_THERE_IS).isFull());
  }

  @Test
  void scantRoomIsToldBeforeItIsGone() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    assertTrue(new MediaDisk(folder, free - 1000).isNearlyFull());
    assertTrue(new MediaDisk(folder, MORE_THAN_THERE_IS).isNearlyFull());
  }

  @Test
  void whoCanDoWithLessIsAskedBeforeAnythingIsRefused() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    AtomicLong wanted = new AtomicLong();
    MediaDisk disk = new MediaDisk(folder, free / 2, wanted::set);
    disk.requireRoom(1);
    assertEquals(0, wanted.get());
    assertProblem(ProblemCode.DISK_FULL, () -> disk.requireRoom(free));
    assertEquals(free, wanted.get());
  }

  /** A server that is new has no folder yet, nor have its parts. */
  @Test
  void folderNeedNotBeThere() {
    assertTrue(new MediaDisk(folder.resolve("not/there"), 0).freeBytes() > 0);
  }

  @Test
  void nothingIsReadWithoutRoom() throws IOException {
    InputStream content = new ByteArrayInputStream(new byte[100]);
    InputStream arriving = new ArrivingContent(content, new MediaDisk(folder, MORE_THAN_THERE_IS));
    assertProblem(ProblemCode.DISK_FULL, arriving::readAllBytes);
    assertEquals(100, content.available());
  }

  @Test
  void contentThatBreaksOffIsTheSendersAndADiskThatFillsUpIsNot() throws IOException {
    FolderMediaStore store = new FolderMediaStore(folder);
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset by peer");
          }
        };
    MediaDisk disk = new MediaDisk(folder, 0);
    assertProblem(
        ProblemCode.UPLOAD_BROKEN_OFF,
        () -> store.stage(new ArrivingContent(breaking, disk), 1000));
    assertNothingStaged();

    Path full = Path.of("/dev/full"); // Linux: every write finds no room
    assumeTrue(Files.exists(full), "needs /dev/full");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                store.stage(
                    out -> {
                      try (OutputStream device = Files.newOutputStream(full)) {
                        device.write(1);
                      }
                    }));
    assertEquals(Optional.of(Outage.DISK), Outage.of(thrown));
    assertNothingStaged();
  }

  private void assertNothingStaged() throws IOException {
    try (Stream<Path> staged = Files.list(folder.resolve("staging"))) {
      assertEquals(List.of(), staged.toList());
    }
  }

  private static void assertProblem(
      ProblemCode code, org.junit.jupiter.api.function.Executable act) {
    assertEquals(code, assertThrows(ProblemException.class, act).code());
  }
}
