package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every media store does. */
public abstract class MediaStoreContract {
  /** Two whole parts of an object and a piece of a third. */
  protected static final int LARGE = (17 << 20) + 11;

  private static final Random BYTES = new Random(7);

  @TempDir protected Path folder;

  protected abstract MediaStore store();

  /** Keys of what is kept, and whatever else lies where it is kept. */
  protected abstract Set<String> kept() throws IOException;

  protected static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    BYTES.nextBytes(content);
    return content;
  }

  /** As a video comes: staged, sent ahead, kept. */
  protected String keep(byte[] content) throws IOException {
    try (StagedFile staged = store().send(staged(content))) {
      store().keep(staged);
      return staged.sha256();
    }
  }

  protected StagedFile staged(byte[] content) throws IOException {
    try {
      return store().stage(new ByteArrayInputStream(content), content.length);
    } catch (UnusableMediaException e) {
      throw new AssertionError(e);
    }
  }

  protected void assertNothingStaged() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("staging"))) {
      assertEquals(List.of(), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, LARGE})
  void whatIsKeptIsThereToTheBit(int bytes) throws IOException {
    byte[] content = content(bytes);
    String sha256 = keep(content);
    assertArrayEquals(content, store().read(sha256));
    assertEquals(Set.of(sha256), kept());
    assertNothingStaged();
  }

  @Test
  void stretchIsOfTheRightPlace() throws IOException {
    byte[] content = content(LARGE);
    String sha256 = keep(content);
    assertArrayEquals(content, stretches(sha256, 0, content.length));
    assertArrayEquals(new byte[] {content[5]}, stretches(sha256, 5, 1));
    assertArrayEquals(
        java.util.Arrays.copyOfRange(content, LARGE - 3, LARGE), stretches(sha256, LARGE - 3, 3));
    assertNothingStaged();
  }

  /** As a player does: what is missing of a stretch is asked for again. */
  protected byte[] stretches(String sha256, long first, long length) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < length) {
      StoredStretch stretch = store().stretch(sha256, first + all.size(), length - all.size());
      try (StoredFile file = stretch.file();
          FileChannel channel = FileChannel.open(file.path())) {
        assertTrue(stretch.length() > 0 && stretch.length() <= length - all.size());
        ByteBuffer read = ByteBuffer.allocate((int) stretch.length());
        channel.position(stretch.offset());
        while (read.hasRemaining() && channel.read(read) >= 0) {
          // the channel says how much it has in one piece
        }
        assertEquals(0, read.remaining());
        all.writeBytes(read.array());
      }
    }
    return all.toByteArray();
  }

  @Test
  void sameContentFromTwoUsersAtOnceIsKeptOnce() throws Exception {
    byte[] content = content(LARGE);
    List<String> keys = atOnce(() -> keep(content), () -> keep(content));
    assertEquals(keys.get(0), keys.get(1));
    assertEquals(Set.of(keys.get(0)), kept());
    assertArrayEquals(content, store().read(keys.get(0)));
    assertNothingStaged();
  }

  @Test
  void twoDeletionsOfOneContentAtOnceAreOne() throws Exception {
    String sha256 = keep(content(1000));
    atOnce(() -> deleted(sha256), () -> deleted(sha256));
    assertEquals(Set.of(), kept());
    assertThrows(NoSuchFileException.class, () -> store().open(sha256));
  }

  private String deleted(String sha256) throws IOException {
    store().delete(sha256);
    return sha256;
  }

  protected static List<String> atOnce(Callable<String> one, Callable<String> other)
      throws Exception {
    CyclicBarrier begin = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> both = new ArrayList<>();
      for (Callable<String> act : List.of(one, other)) {
        both.add(
            threads.submit(
                () -> {
                  begin.await();
                  return act.call();
                }));
      }
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void contentThatIsDeletedMayComeAgain() throws IOException {
    byte[] content = content(1000);
    String sha256 = keep(content);
    store().delete(sha256);
    assertThrows(NoSuchFileException.class, () -> store().open(sha256));
    assertThrows(NoSuchFileException.class, () -> store().stretch(sha256, 0, 10));
    assertEquals(sha256, keep(content));
    assertArrayEquals(content, store().read(sha256));
  }

  @Test
  void whatIsNotKeptLeavesNothing() throws IOException {
    store().send(staged(content(LARGE))).close();
    assertEquals(Set.of(), kept());
    assertNothingStaged();
  }

  @Test
  void moreThanIsAllowedIsNotTaken() throws IOException {
    assertThrows(
        UnusableMediaException.class,
        () -> store().stage(new ByteArrayInputStream(content(1001)), 1000));
    assertNothingStaged();
  }

  @Test
  void whatHasArrivedInPartsStaysUntilItIsKept() throws IOException {
    Path arrived = Files.write(folder.resolve("arrived.part"), content(LARGE));
    StagedFile staged = store().send(store().stage(arrived));
    staged.takeBack();
    assertTrue(Files.exists(arrived));
    assertEquals(Set.of(), kept());
    StagedFile again = store().send(store().stage(arrived));
    store().keep(again);
    assertTrue(Files.notExists(arrived));
    assertEquals(Set.of(again.sha256()), kept());
  }

  @Test
  void leftoversOfADayAreRemovedAndYoungerOnesStay() throws IOException {
    Path staging = Files.createDirectories(folder.resolve("staging"));
    Path old = Files.write(staging.resolve("old.part"), new byte[1]);
    Files.setLastModifiedTime(
        old,
        java.nio.file.attribute.FileTime.from(
            java.time.Instant.now().minus(java.time.Duration.ofHours(25))));
    Path young = Files.write(staging.resolve("young.part"), new byte[1]);
    store().removeLeftovers();
    assertTrue(Files.notExists(old));
    assertTrue(Files.exists(young));
  }
}
