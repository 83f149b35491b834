package org.otklik.storage.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.storage.StoredFile;

/** A cache on a disk of a hundred bytes; what is in it is no matter here. */
class MediaCacheTest {
  private static final int DISK = 100;

  @TempDir private Path folder;
  private MediaCache cache;
  private int files;

  @BeforeEach
  void open() throws IOException {
    cache = new MediaCache(folder.resolve("cache"), 1000, () -> DISK - cached());
  }

  private long cached() {
    return cache == null ? 0 : cache.bytes();
  }

  private static String key(int number) {
    return "%064x".formatted(number);
  }

  private Path file(int bytes) throws IOException {
    return Files.write(folder.resolve("arrived-" + files++), new byte[bytes]);
  }

  @Test
  void fullDiskCostsTheCopyThatWasUsedLongestAgo() throws IOException {
    cache.adopt(key(1), file(40));
    cache.adopt(key(2), file(40));
    cache.find(key(1)).orElseThrow().close();
    cache.adopt(key(3), file(40));
    assertEquals(Set.of(key(1), key(3)), cache.keys());
  }

  @Test
  void copiesGiveWayToWhatArrivesButNotWhatIsRead() throws IOException {
    cache.adopt(key(1), file(40));
    cache.adopt(key(2), file(40));
    cache.giveWay(20);
    assertEquals(Set.of(key(1), key(2)), cache.keys());
    try (StoredFile read = cache.find(key(1)).orElseThrow()) {
      cache.giveWay(100);
      assertEquals(Set.of(key(1)), cache.keys());
      assertTrue(Files.exists(read.path()));
    }
    cache.giveWay(100);
    assertEquals(Set.of(), cache.keys());
  }

  @Test
  void whatIsFetchedTwiceCountsOnce() throws IOException {
    cache.adopt(key(1), file(40));
    cache.adopt(key(1), file(40));
    assertEquals(40, cache.bytes());
    cache.remove(key(1));
    assertEquals(0, cache.bytes());
  }

  @Test
  void fetchThatFailsLeavesNothingAndIsTriedAgain() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            cache.open(
                key(1),
                size -> {
                  throw new IOException("broken off");
                }));
    assertEquals(Set.of(), cache.keys());
    try (StoredFile fetched =
        cache.open(
            key(1),
            size -> {
              size.is(10);
              return file(10);
            })) {
      assertEquals(10, Files.size(fetched.path()));
    }
  }
}
