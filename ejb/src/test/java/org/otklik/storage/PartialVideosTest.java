package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class PartialVideosTest {
  private static final byte[] VIDEO = "a video of thirty-two bytes, yes".getBytes();

  @TempDir private Path folder;
  private final UUID id = UUID.randomUUID();
  private PartialVideos videos;

  @BeforeEach
  void openFolder() {
    videos = new PartialVideos(folder.resolve("uploads"), new MediaDisk(folder, 0));
  }

  @Test
  void partsFollowEachOther() throws IOException {
    assertEquals(0, videos.size(id));
    assertEquals(10, append(0, 10));
    assertEquals(32, append(10, 32));
    assertArrayEquals(VIDEO, Files.readAllBytes(videos.path(id)));
    videos.remove(id);
    assertFalse(Files.exists(videos.path(id)));
  }

  @Test
  void partAtAnotherPlaceIsRefused() {
    append(0, 10);
    assertProblem(ProblemCode.UPLOAD_OFFSET_WRONG, () -> append(9, 20));
    assertProblem(ProblemCode.UPLOAD_OFFSET_WRONG, () -> append(11, 20));
    assertEquals(10, videos.size(id));
  }

  @Test
  void moreThanAnnouncedIsRefusedAndCutOff() {
    append(0, 10);
    assertProblem(
        ProblemCode.FIELD_INVALID,
        () -> videos.append(id, 10, 12, new ByteArrayInputStream(VIDEO), null));
    assertEquals(10, videos.size(id));
  }

  @Test
  void whatCameOfABrokenPartStays() {
    assertProblem(
        ProblemCode.UPLOAD_BROKEN_OFF,
        () -> videos.append(id, 0, VIDEO.length, breakingAfter(7), null));
    assertEquals(7, videos.size(id));
  }

  @Test
  void brokenPartWithAChecksumIsNotKept() {
    assertProblem(
        ProblemCode.UPLOAD_BROKEN_OFF,
        () -> videos.append(id, 0, VIDEO.length, breakingAfter(7), checksumOf(VIDEO)));
    assertEquals(0, videos.size(id));
  }

  @Test
  void damagedPartIsNotKept() {
    append(0, 10);
    InputStream part = new ByteArrayInputStream(VIDEO, 10, 10);
    assertProblem(
        ProblemCode.UPLOAD_CHECKSUM_WRONG,
        () -> videos.append(id, 10, VIDEO.length, part, checksumOf(VIDEO)));
    assertEquals(10, videos.size(id));
  }

  @Test
  void soundPartIsKept() {
    InputStream whole = new ByteArrayInputStream(VIDEO);
    assertEquals(32, videos.append(id, 0, VIDEO.length, whole, checksumOf(VIDEO)));
  }

  @Test
  void serverThatWasStartedAnewGoesOn() throws IOException {
    append(0, 10);
    videos = new PartialVideos(folder.resolve("uploads"), new MediaDisk(folder, 0));
    assertEquals(10, videos.settledSize(id));
    append(10, 32);
    assertArrayEquals(VIDEO, Files.readAllBytes(videos.path(id)));
  }

  @Test
  void fullDiskIsTold() {
    PartialVideos onFullDisk = new PartialVideos(folder, new MediaDisk(folder, Long.MAX_VALUE / 2));
    assertProblem(ProblemCode.DISK_FULL, () -> onFullDisk.requireRoom(1));
    assertProblem(
        ProblemCode.DISK_FULL,
        () -> onFullDisk.append(id, 0, 32, new ByteArrayInputStream(VIDEO), null));
    assertFalse(Files.exists(onFullDisk.path(id)));
  }

  /** A connection that was lost without a word still holds its request for minutes. */
  @Test
  void whoAsksHowMuchIsThereStopsTheWriterBefore() throws Exception {
    try (PipedOutputStream lost = new PipedOutputStream();
        PipedInputStream content = new PipedInputStream(lost)) {
      CompletableFuture<Long> waiting =
          CompletableFuture.supplyAsync(() -> videos.append(id, 0, VIDEO.length, content, null));
      lost.write(VIDEO, 0, 5);
      lost.flush();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (videos.size(id) < 5 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertEquals(5, videos.settledSize(id));
      lost.write(VIDEO, 5, 5);
      lost.close();
      CompletionException ended = assertThrows(CompletionException.class, waiting::join);
      assertEquals(ProblemCode.UPLOAD_BROKEN_OFF, ((ProblemException) ended.getCause()).code());
      assertEquals(5, videos.size(id));
      assertEquals(32, append(5, 32));
    }
  }

  private long append(int from, int to) {
    return videos.append(
        id, from, VIDEO.length, new ByteArrayInputStream(VIDEO, from, to - from), null);
  }

  private static InputStream breakingAfter(int bytes) {
    return new SequenceInputStream(
        new ByteArrayInputStream(VIDEO, 0, bytes),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("The connection is gone.");
          }
        });
  }

  private static PartChecksum checksumOf(byte[] content) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
      return PartChecksum.of("sha256 " + Base64.getEncoder().encodeToString(sum));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertProblem(ProblemCode code, Runnable act) {
    assertEquals(code, assertThrows(ProblemException.class, act::run).code());
  }
}
