package org.otklik.storage.object;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ObjectStoreSettings;
import org.otklik.storage.StagedFile;
import org.otklik.storage.StagingMediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.StoredStretch;

/**
 * The media store in a bucket: {@code PREFIX/ab/cd/abcd…}, as in a folder, and {@code
 * PREFIX/staging/} for what is sent before it is known whether it is kept. Within the store an
 * object is copied to its place, so that there is never half of one under its name.
 */
public final class ObjectMediaStore extends StagingMediaStore implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ObjectMediaStore.class.getName());

  /** A player asks for the next stretch while it plays this one. */
  private static final long STRETCH_BYTES = 8 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Bucket bucket;
  private final String prefix;
  private final MediaCache cache;

  /**
   * @param folder for what arrives, and for copies of what lies in the bucket
   * @param freeBytes what copies may take of the folder's disk
   */
  public ObjectMediaStore(Path folder, ObjectStoreSettings settings, LongSupplier freeBytes)
      throws IOException {
    super(folder);
    this.bucket = new Bucket(settings);
    this.prefix = settings.keyPrefix();
    this.cache = new MediaCache(folder.resolve("cache"), settings.cacheBytes(), freeBytes);
  }

  /** Lies in the bucket's staging place. */
  private record InStaging(Bucket bucket, String key, AtomicBoolean isGone)
      implements StagedFile.SentAhead {
    /** What cannot be deleted now is found a day later. */
    @Override
    public void discard() {
      if (isGone.getAndSet(true)) {
        return;
      }
      try {
        bucket.delete(key);
      } catch (IOException | ProblemException e) {
        LOG.log(Level.WARNING, "An object stays staged for a day: {0}", e.toString());
      }
    }
  }

  @Override
  public StagedFile send(StagedFile staged) throws IOException {
    if (staged.sizeBytes() <= Bucket.PART_BYTES
        || bucket.holds(key(staged.sha256()), staged.sizeBytes())) {
      return staged;
    }
    String key = prefix + "staging/" + UUID.randomUUID();
    bucket.put(staged.path(), staged.sizeBytes(), key);
    return new StagedFile(
        staged.path(),
        staged.sha256(),
        staged.sizeBytes(),
        new InStaging(bucket, key, new AtomicBoolean()));
  }

  @Override
  public void keep(StagedFile staged) throws IOException {
    String key = key(staged.sha256());
    if (!bucket.holds(key, staged.sizeBytes())) {
      if (staged.sentAhead() instanceof InStaging ahead) {
        bucket.copy(ahead.key(), key, staged.sizeBytes());
      } else {
        bucket.put(staged.path(), staged.sizeBytes(), key);
      }
    }
    staged.takeBack();
    cache.adopt(staged.sha256(), staged.path());
  }

  @Override
  public StoredFile open(String sha256) throws IOException {
    String key = key(sha256);
    return cache.open(sha256, size -> fetched(key, sha256, size));
  }

  private Path fetched(String key, String sha256, MediaCache.Size size) throws IOException {
    MessageDigest digest = sha256();
    Path file = stagingFile();
    boolean whole = false;
    try {
      try (Bucket.ObjectContent content = bucket.get(key, 0, Long.MAX_VALUE);
          OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        size.is(content.length());
        copy(content, out);
      }
      String found = HexFormat.of().formatHex(digest.digest());
      if (!found.equals(sha256)) {
        throw new IOException("The object " + key + " is damaged: its SHA-256 is " + found);
      }
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Of one that is not at hand a piece at a time, since nobody is to wait for gigabytes. */
  @Override
  public StoredStretch stretch(String sha256, long first, long length) throws IOException {
    String key = key(sha256);
    Optional<StoredFile> copy = cache.find(sha256);
    if (copy.isPresent()) {
      return new StoredStretch(copy.get(), first, length);
    }
    Path file = stagingFile();
    boolean whole = false;
    try (Bucket.ObjectContent content = bucket.get(key, first, Math.min(length, STRETCH_BYTES));
        OutputStream out = Files.newOutputStream(file)) {
      copy(content, out);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return new StoredStretch(new StoredFile(file, () -> delete(file)), 0, Files.size(file));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A file stays staged for a day", e);
    }
  }

  private static void copy(Bucket.ObjectContent content, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      out.write(buffer, 0, read);
      size += read;
    }
    ObjectTraffic.OF_THIS_PROCESS.fetched(size);
    if (size != content.length()) {
      throw new IOException("The object store sent " + size + " of " + content.length() + " bytes");
    }
  }

  @Override
  public void delete(String sha256) throws IOException {
    bucket.delete(key(sha256));
    cache.remove(sha256);
  }

  @Override
  public void check() throws IOException {
    bucket.check();
  }

  @Override
  public void removeLeftovers() throws IOException {
    super.removeLeftovers();
    removeLeftovers(Instant.now().minus(MAX_UPLOAD));
  }

  /** Of the bucket, what was begun before then. */
  void removeLeftovers(Instant limit) throws IOException {
    bucket.deleteOlder(prefix, prefix + "staging/", limit);
  }

  @Override
  public Set<String> copies() {
    return cache.keys();
  }

  @Override
  public void removeCopy(String sha256) {
    cache.remove(sha256);
  }

  @Override
  public void makeRoom(long bytes) {
    cache.giveWay(bytes);
  }

  private String key(String sha256) {
    return prefix + place(sha256);
  }

  @Override
  public void close() {
    bucket.close();
  }
}
