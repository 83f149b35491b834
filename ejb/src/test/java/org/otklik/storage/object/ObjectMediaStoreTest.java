package org.otklik.storage.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ObjectStoreSettings;
import org.otklik.settings.ObjectStoreSettings.Checksum;
import org.otklik.storage.MediaStore;
import org.otklik.storage.MediaStoreContract;
import org.otklik.storage.StagedFile;
import org.otklik.storage.StoredFile;

/** Against a real server of the protocol, over a network that breaks where it is told to. */
class ObjectMediaStoreTest extends MediaStoreContract {
  private static final int MIB = 1 << 20;

  private final String bucket = "media-" + UUID.randomUUID();
  private ObjectStoreFixture objects;
  private BreakableLine line;
  private ObjectMediaStore store;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    objects = ObjectStoreFixture.running();
    objects.createBucket(bucket);
    line = new BreakableLine(objects.port());
    store = open(Checksum.MD5, 100L * MIB);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    line.close();
  }

  private ObjectMediaStore open(Checksum checksum, long cacheBytes) throws IOException {
    return open(folder, bucket, checksum, cacheBytes);
  }

  private ObjectMediaStore open(Path at, String name, Checksum checksum, long cacheBytes)
      throws IOException {
    return new ObjectMediaStore(
        at,
        new ObjectStoreSettings(
            name,
            "http://127.0.0.1:" + line.port(),
            "us-east-1",
            "/otklik/",
            "key",
            "secret",
            true,
            checksum,
            cacheBytes),
        () -> Long.MAX_VALUE);
  }

  @Override
  protected MediaStore store() {
    return store;
  }

  /** Where they should be, and nowhere else. */
  @Override
  protected Set<String> kept() throws IOException {
    Set<String> keys = objects.keys(bucket);
    for (String key : keys) {
      assertTrue(key.matches("otklik/(..)/(..)/\\1\\2[0-9a-f]{60}"), key);
    }
    return keys.stream().map(key -> key.replaceAll(".*/", "")).collect(Collectors.toSet());
  }

  private ObjectMediaStore anotherNode() throws IOException {
    return open(folder.resolve("node-2"), bucket, Checksum.MD5, 100L * MIB);
  }

  @ParameterizedTest
  @EnumSource(Checksum.class)
  void contentThatIsDamagedOnItsWayIsRefusedByTheStore(Checksum checksum) throws IOException {
    store.close();
    store = open(checksum, 100L * MIB);
    byte[] small = content(MIB);
    byte[] large = content(LARGE);
    assertEquals(2, Set.of(keep(small), keep(large)).size()); // sound ones are taken
    Set<String> before = kept();
    for (byte[] content : List.of(content(MIB), content(LARGE))) {
      try (StagedFile staged = staged(content)) {
        line.damageAfter(content.length / 2);
        assertThrows(
            IOException.class,
            () -> store.keep(store.send(staged)),
            content.length + " bytes with " + checksum);
        line.mend();
      }
    }
    assertEquals(before, kept());
    assertEquals(Set.of(), objects.openUploads(bucket));
    assertNothingStaged();
  }

  @Test
  void objectThatIsDamagedIsNeverHandedOut() throws IOException {
    byte[] content = content(1000);
    String sha256 = keep(content);
    store.removeCopy(sha256);
    byte[] other = content(1000);
    try (Bucket direct =
            new Bucket(
                new ObjectStoreSettings(
                    bucket,
                    "http://127.0.0.1:" + line.port(),
                    "us-east-1",
                    null,
                    "key",
                    "secret",
                    true,
                    Checksum.MD5,
                    0));
        StagedFile wrong = staged(other)) {
      direct.put(wrong.path(), 1000, objects.keys(bucket).iterator().next());
    }
    assertThrows(IOException.class, () -> store.open(sha256));
    assertEquals(Set.of(), store.copies());
    assertNothingStaged();
  }

  /** As after a kill: nobody tells the store that the upload is given up. */
  @Test
  void uploadThatIsCutLeavesNoObjectAndIsClearedAwayADayLater() throws IOException {
    byte[] content = content(LARGE);
    try (StagedFile staged = staged(content)) {
      line.cutAfter(12L * MIB);
      assertAway(() -> store.send(staged));
    }
    line.mend();
    assertEquals(Set.of(), objects.keys(bucket));
    assertEquals(1, objects.openUploads(bucket).size());
    StagedFile abandoned = store.send(staged(content)); // sent ahead, and killed before its row
    assertEquals(1, objects.keys(bucket).size());

    store.removeLeftovers();
    assertEquals(1, objects.openUploads(bucket).size(), "it may still go on");
    assertEquals(1, objects.keys(bucket).size(), "it may still be kept");
    store.removeLeftovers(Instant.now().plus(Duration.ofMinutes(1)));
    assertEquals(Set.of(), objects.openUploads(bucket));
    assertEquals(Set.of(), objects.keys(bucket));

    Files.delete(abandoned.path());
    String sha256 = keep(content);
    store.removeLeftovers(Instant.now().plus(Duration.ofMinutes(1)));
    assertEquals(Set.of(sha256), kept(), "what is kept is no leftover");
  }

  @Test
  void storeThatIsGoneIsToldAtOnceAndGoesOnWhenItIsBack() throws IOException {
    byte[] content = content(MIB);
    String sha256 = keep(content);
    byte[] elsewhere = content(MIB);
    String uncached;
    try (ObjectMediaStore other = anotherNode();
        StagedFile staged = staged(elsewhere)) {
      other.keep(staged);
      uncached = staged.sha256();
    }
    line.cut();
    assertAway(() -> store.check());
    long begun = System.nanoTime();
    assertAway(() -> store.open(uncached));
    assertAway(() -> store.stretch(uncached, 0, 10));
    assertAway(() -> store.delete(sha256));
    try (StagedFile staged = staged(content(10))) {
      assertAway(() -> store.keep(staged));
      assertTrue(Files.exists(staged.path()), "it may be kept later");
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 1000, "nobody waits");
    assertArrayEquals(content, store.read(sha256), "there is a copy");

    line.mend();
    store.check();
    assertArrayEquals(elsewhere, store.read(uncached));
    store.delete(sha256);
    assertEquals(Set.of(uncached), kept());
  }

  @Test
  void answerThatBreaksOffIsAnOutageAndLeavesNothing() throws IOException {
    String sha256 = keep(content(LARGE));
    store.removeCopy(sha256);
    line.cut();
    assertAway(() -> store.open(sha256));
    assertNothingStaged();
    assertEquals(Set.of(), store.copies());
  }

  @Test
  void bucketThatIsMissingIsNobodysFault() throws IOException {
    try (ObjectMediaStore wrong = open(folder, "no-such-bucket", Checksum.MD5, MIB)) {
      assertAway(wrong::check);
    }
    try (ObjectMediaStore wrong = open(folder, "no-such-bucket", Checksum.MD5, MIB);
        StagedFile staged = staged(content(10))) {
      assertAway(() -> wrong.keep(staged));
    }
  }

  @Test
  void copyOfWhatAnotherNodeKeptIsFetchedOnceForTwoReaders() throws Exception {
    byte[] content = content(LARGE);
    String sha256;
    try (ObjectMediaStore other = anotherNode();
        StagedFile staged = staged(content)) {
      other.keep(staged);
      sha256 = staged.sha256();
    }
    long before = ObjectTraffic.OF_THIS_PROCESS.fetchedBytes();
    atOnce(() -> readBack(sha256, content), () -> readBack(sha256, content));
    assertEquals(LARGE, ObjectTraffic.OF_THIS_PROCESS.fetchedBytes() - before);
    assertNothingStaged();
  }

  private String readBack(String sha256, byte[] content) throws IOException {
    assertArrayEquals(content, store.read(sha256));
    return sha256;
  }

  @Test
  void cacheHoldsWhatFitsAndWhatIsRead() throws IOException {
    store.close();
    store = open(Checksum.MD5, 3L * MIB);
    String first = keep(content(MIB));
    String second = keep(content(MIB));
    String third = keep(content(MIB));
    try (StoredFile read = store.open(first)) {
      String fourth = keep(content(MIB)); // the second is the one that was used longest ago
      assertEquals(Set.of(first, third, fourth), store.copies());
      String large = keep(content(3 * MIB)); // takes all of it, but for what is being read
      assertEquals(Set.of(first), store.copies(), "beside the first there is no room for " + large);
      assertEquals(MIB, Files.size(read.path()));
    }
    store.read(second);
    assertEquals(Set.of(first, second), store.copies());
    assertEquals(2 * MIB, cachedBytes());
  }

  private long cachedBytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void copiesOutliveTheProcessUnlessTheyAreMoreThanIsAllowedBy() throws IOException {
    byte[] content = content(MIB);
    String older = keep(content(MIB));
    String sha256 = keep(content);
    Files.setLastModifiedTime(
        folder.resolve("cache").resolve(older.substring(0, 2)).resolve(older),
        java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(60)));
    store.close();
    store = open(Checksum.MD5, MIB);
    assertEquals(Set.of(sha256), store.copies());
    line.cut();
    assertArrayEquals(content, store.read(sha256));
  }

  @Test
  void stretchOfWhatIsNotAtHandFetchesNoMoreThanAPiece() throws IOException {
    byte[] content = content(LARGE);
    String sha256 = keep(content);
    store.removeCopy(sha256);
    long before = ObjectTraffic.OF_THIS_PROCESS.fetchedBytes();
    store.stretch(sha256, MIB, LARGE - MIB).file().close();
    assertEquals(8 * MIB, ObjectTraffic.OF_THIS_PROCESS.fetchedBytes() - before);
    assertEquals(Set.of(), store.copies());
    assertNothingStaged();
    assertArrayEquals(content, stretches(sha256, 0, LARGE));
  }

  @Test
  void copyThatSomebodyHasDeletedIsFetchedAgain() throws IOException {
    byte[] content = content(1000);
    String sha256 = keep(content);
    Files.delete(folder.resolve("cache").resolve(sha256.substring(0, 2)).resolve(sha256));
    assertArrayEquals(content, store.read(sha256));
  }

  @Test
  void readerWhoIsForgottenKeepsNothing() throws IOException {
    store.close();
    store = open(Checksum.MD5, MIB);
    String sha256 = keep(content(MIB));
    assertFalse(Files.notExists(store.open(sha256).path())); // never closed
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (store.copies().contains(sha256) && System.nanoTime() < limit) {
      System.gc();
      keep(content(MIB / 2));
    }
    assertFalse(store.copies().contains(sha256));
  }

  private static void assertAway(org.junit.jupiter.api.function.Executable act) {
    ProblemException away = assertThrows(ProblemException.class, act);
    assertEquals(ProblemCode.STORE_AWAY, away.code());
    assertEquals(Optional.of(Outage.STORE), Outage.of(away));
  }
}
