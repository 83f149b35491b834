package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Brings a staged file into the store and its key into the database, in the caller's transaction.
 *
 * <p>Whoever keeps a file and whoever discards it exclude each other until their transactions end,
 * by an advisory lock of its key: the same content may come and go at once, by two uploads or two
 * deletions, and neither the row's absence nor the file's can be seen by the other in time. Many
 * may keep the same content at once.
 */
@ApplicationScoped
public class MediaRegister {
  @PersistenceContext private EntityManager em;
  @Inject private MediaStore store;
  @Inject private Event<Discarded> discarded;
  @Inject private Event<Kept> kept;
  @Inject private Event<VideoKept> videoKept;

  /** The file first, the row second: a key in the database always has its content. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String keep(StagedFile file, String mediaType) {
    lock("pg_advisory_xact_lock_shared", file.sha256());
    kept.fire(new Kept(file.sha256()));
    try {
      store.keep(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The media store did not take a file.", e);
    }
    em.createNativeQuery(
            """
            insert into core.media_object (sha256, size_bytes, media_type)
            values (:sha256, :size, :type)
            on conflict (sha256) do nothing
            """)
        .setParameter("sha256", file.sha256())
        .setParameter("size", file.sizeBytes())
        .setParameter("type", mediaType)
        .executeUpdate();
    return file.sha256();
  }

  /** Keeps an uploaded video, and tells whoever makes it playable. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String keep(StagedVideo video) {
    String sha256 = keep(video.file(), video.mediaType());
    videoKept.fire(new VideoKept(sha256, video.facts()));
    return sha256;
  }

  /** Keeps a small file made by us, such as a picture or a report. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String keep(byte[] content, String mediaType) {
    try (StagedFile file = store.stage(new ByteArrayInputStream(content), content.length)) {
      return keep(file, mediaType);
    } catch (IOException | UnusableMediaException e) {
      throw new IllegalStateException("The media store did not take a file of ours.", e);
    }
  }

  /** Sizes in bytes by key, of the files there are. */
  public Map<String, Long> sizes(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> sizes = new HashMap<>();
    for (Object row :
        em.createNativeQuery(
                "select sha256, size_bytes from core.media_object where sha256 in (:keys)",
                Object[].class)
            .setParameter("keys", keys)
            .getResultList()) {
      Object[] cells = (Object[]) row;
      sizes.put((String) cells[0], ((Number) cells[1]).longValue());
    }
    return sizes;
  }

  /**
   * Removes a file that the caller's transaction has let go of, unless somebody else refers to it:
   * the row in the caller's transaction, the content once that is committed.
   *
   * @param isUnused asked when nobody else can keep or discard the file any more
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void discard(String sha256, BooleanSupplier isUnused) {
    lockAlone(sha256);
    if (!isUnused.getAsBoolean()) {
      return;
    }
    em.createNativeQuery("delete from core.media_object where sha256 = :sha256")
        .setParameter("sha256", sha256)
        .executeUpdate();
    em.createNativeQuery(
            """
            insert into core.discarded_content (sha256) values (:sha256)
            on conflict (sha256) do nothing
            """)
        .setParameter("sha256", sha256)
        .executeUpdate();
    discarded.fire(new Discarded(sha256));
  }

  record Discarded(String sha256) {}

  /** Fired before content is kept, for who removes it when the transaction fails. */
  record Kept(String sha256) {}

  /** Until the transaction ends; waits for those who keep the file at the moment. */
  void lockAlone(String sha256) {
    lock("pg_advisory_xact_lock", sha256);
  }

  boolean isKnown(String sha256) {
    return !em.createNativeQuery("select 1 from core.media_object where sha256 = :sha256")
        .setParameter("sha256", sha256)
        .getResultList()
        .isEmpty();
  }

  private void lock(String function, String sha256) {
    em.createNativeQuery("select cast(" + function + "(:key) as text)")
        .setParameter("key", Long.parseUnsignedLong(sha256.substring(0, 16), 16))
        .getSingleResult();
  }
}
