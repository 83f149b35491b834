package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Brings a staged file into the store and its key into the database, in the caller's transaction.
 */
@ApplicationScoped
public class MediaRegister {
  @PersistenceContext private EntityManager em;
  @Inject private MediaStore store;

  /** The file first, the row second: a key in the database always has its content. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String keep(StagedFile file, String mediaType) {
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

  /** Keeps a small file made by us, such as a picture or a report. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String keep(byte[] content, String mediaType) {
    try (StagedFile file = store.stage(new ByteArrayInputStream(content), content.length)) {
      return keep(file, mediaType);
    } catch (IOException | UnusableMediaException e) {
      throw new IllegalStateException("The media store did not take a file of ours.", e);
    }
  }
}
