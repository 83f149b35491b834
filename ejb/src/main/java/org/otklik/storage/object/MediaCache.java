package org.otklik.storage.object;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.storage.StoredFile;

/**
 * Copies of what lies in the object store, on this machine's disk, for decoders and reports: as
 * many as fit, the least recently used go first, and none that somebody reads. One process has a
 * folder for itself; what lies in it under its name is whole, whatever kill or power cut came
 * before.
 */
final class MediaCache {
  private static final Logger LOG = System.getLogger(MediaCache.class.getName());

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  /** Brings content. */
  interface Fetch {
    /**
     * @param size called with the content's size in bytes before anything is written
     * @return a file on the cache's disk, which is taken from there
     */
    Path fetch(Size size) throws IOException;
  }

  /** Hears how large something is. */
  interface Size {
    void is(long bytes) throws IOException;
  }

  private final Path folder;
  private final long limitBytes;
  private final LongSupplier freeBytes;

  /** By key, the least recently used first; guarded by this. */
  private final Map<String, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);

  /** Held by who fetches a key's content, while others wait for it. */
  private final Map<String, ReentrantLock> fetching = new ConcurrentHashMap<>();

  private long bytes;

  /** One file; guarded by the cache. */
  private static final class Copy {
    private final long bytes;
    private int readers;

    Copy(long bytes) {
      this.bytes = bytes;
    }
  }

  /**
   * Takes over what an earlier process left.
   *
   * @param limitBytes what the copies may take; more only while it is read
   * @param freeBytes what copies may still take of the disk
   */
  MediaCache(Path folder, long limitBytes, LongSupplier freeBytes) throws IOException {
    this.folder = folder;
    this.limitBytes = limitBytes;
    this.freeBytes = freeBytes;
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    record Found(Path file, FileTime used, long bytes) {}
    List<Found> byUse = new ArrayList<>();
    for (Path file : files) {
      if (NAME.matcher(file.getFileName().toString()).matches()) {
        byUse.add(new Found(file, Files.getLastModifiedTime(file), Files.size(file)));
      }
    }
    byUse.sort(Comparator.comparing(Found::used));
    for (Found found : byUse) {
      copies.put(found.file().getFileName().toString(), new Copy(found.bytes()));
      bytes += found.bytes();
    }
    makeRoom(0);
  }

  /** The content's copy, if there is one. */
  synchronized Optional<StoredFile> find(String sha256) throws IOException {
    Copy copy = copies.get(sha256);
    if (copy == null) {
      return Optional.empty();
    }
    Path file = place(sha256);
    if (!Files.exists(file)) { // somebody has tidied up
      forget(sha256, copy);
      return Optional.empty();
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    return Optional.of(reader(sha256, copy));
  }

  /** The content's copy, fetched if there is none; of those who ask at once by one of them. */
  StoredFile open(String sha256, Fetch fetch) throws IOException {
    Optional<StoredFile> copy = find(sha256);
    ObjectTraffic.OF_THIS_PROCESS.found(copy.isPresent());
    if (copy.isPresent()) {
      return copy.get();
    }
    ReentrantLock lock = fetching.computeIfAbsent(sha256, key -> new ReentrantLock());
    lock.lock();
    try {
      Optional<StoredFile> bySomebody = find(sha256);
      return bySomebody.isPresent() ? bySomebody.get() : fetched(sha256, fetch);
    } finally {
      if (!lock.hasQueuedThreads()) {
        fetching.remove(sha256, lock); // who comes just now fetches once more, and does no harm
      }
      lock.unlock();
    }
  }

  private StoredFile fetched(String sha256, Fetch fetch) throws IOException {
    Path file = fetch.fetch(this::makeRoom);
    try {
      return read(sha256, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private StoredFile read(String sha256, Path file) throws IOException {
    makeDurable(file);
    synchronized (this) {
      return reader(sha256, add(sha256, file));
    }
  }

  /** Takes a file of known content, so that it need not be fetched; moves it away. */
  void adopt(String sha256, Path file) throws IOException {
    makeRoom(Files.size(file));
    makeDurable(file);
    add(sha256, file);
    shrink();
  }

  /** After a power cut the name would be there, and its content not. */
  private static void makeDurable(Path file) throws IOException {
    try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
      content.force(true);
    }
  }

  private synchronized Copy add(String sha256, Path file) throws IOException {
    Copy copy = copies.get(sha256);
    if (copy != null && Files.exists(place(sha256))) {
      Files.deleteIfExists(file);
      return copy;
    }
    if (copy != null) {
      forget(sha256, copy);
    }
    Copy added = new Copy(Files.size(file));
    Files.createDirectories(place(sha256).getParent());
    Files.move(file, place(sha256), StandardCopyOption.ATOMIC_MOVE);
    copies.put(sha256, added);
    count(added.bytes);
    return added;
  }

  private StoredFile reader(String sha256, Copy copy) {
    copy.readers++;
    return new StoredFile(place(sha256), () -> release(copy));
  }

  private synchronized void release(Copy copy) {
    copy.readers--;
    shrink();
  }

  private void shrink() {
    evict(() -> bytes > limitBytes);
  }

  private void makeRoom(long more) {
    evict(() -> bytes + more > limitBytes || freeBytes.getAsLong() < more);
  }

  /** For what is no copy. */
  void giveWay(long more) {
    evict(() -> freeBytes.getAsLong() < more);
  }

  private synchronized void evict(BooleanSupplier isNeeded) {
    Iterator<Map.Entry<String, Copy>> oldest = copies.entrySet().iterator();
    while (oldest.hasNext() && isNeeded.getAsBoolean()) {
      Map.Entry<String, Copy> copy = oldest.next();
      if (copy.getValue().readers == 0 && isDeleted(copy.getKey())) {
        oldest.remove();
        count(-copy.getValue().bytes);
      }
    }
  }

  /** Deletes the copy, whoever reads it: the content is gone for good. */
  synchronized void remove(String sha256) {
    Copy copy = copies.get(sha256);
    if (copy != null && isDeleted(sha256)) {
      forget(sha256, copy);
    }
  }

  private void forget(String sha256, Copy copy) {
    copies.remove(sha256);
    count(-copy.bytes);
  }

  /** One that cannot be deleted is tried again with the next. */
  private boolean isDeleted(String sha256) {
    try {
      Files.deleteIfExists(place(sha256));
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A copy of the cache cannot be deleted", e);
      return false;
    }
  }

  private void count(long more) {
    bytes += more;
    ObjectTraffic.OF_THIS_PROCESS.cached(bytes);
  }

  /** Keys of all copies. */
  synchronized Set<String> keys() {
    return Set.copyOf(copies.keySet());
  }

  synchronized long bytes() {
    return bytes;
  }

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
