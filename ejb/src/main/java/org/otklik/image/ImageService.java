package org.otklik.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.access.AccessService;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.analysis.run.RunState;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.request.RequestValidator;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.MediaStore;
import org.otklik.vision.VisionSettings;

/** Image batches, limited to the actor's clients; the job's side knows no limit. */
@Stateless
public class ImageService {
  @PersistenceContext private EntityManager em;
  @Inject private AccessService access;
  @Inject private AuditService audit;
  @Inject private MediaRegister media;
  @Inject private MediaStore store;
  @Inject private ImageStore images;
  @Inject private JobQueue queue;
  @Inject private ServerSettings settings;

  /** Checks what {@link #add} would refuse, before a gigabyte of pictures is received. */
  public void checkNew(Actor actor, ImageBatchRequest request) {
    actor.requireUpload();
    access.client(actor, RequestValidator.valid(request).client());
  }

  /** Stores what has arrived and asks for the job. */
  public ImageBatch add(Actor actor, ImageBatchRequest request, StagedImages staged) {
    checkNew(actor, request);
    String pack = staged.pack() == null ? null : media.keep(staged.pack(), "application/zip");
    ImageBatch batch =
        new ImageBatch(
            access.client(actor, request.client()), request.name(), staged, pack, actor.userId());
    em.persist(batch);
    em.flush();
    images.list(batch.id(), staged.listed());
    queue.request(JobName.ANALYSE_IMAGES, batch.id());
    return batch;
  }

  /** Newest first. */
  public List<ImageBatch> batches(Actor actor) {
    if (actor.isAdministrator()) {
      return batches("").getResultList();
    }
    return actor.clientIds().isEmpty()
        ? List.of()
        : batches("where b.client.id in :clients")
            .setParameter("clients", actor.clientIds())
            .getResultList();
  }

  private TypedQuery<ImageBatch> batches(String condition) {
    return em.createQuery(
        "select b from ImageBatch b join fetch b.client "
            + condition
            + " order by b.createdAt desc, b.id desc",
        ImageBatch.class);
  }

  public ImageBatch batch(Actor actor, UUID publicId) {
    return em.createQuery("select b from ImageBatch b where b.publicId = :id", ImageBatch.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(batch -> actor.maySee(batch.client().id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.IMAGES_UNKNOWN));
  }

  /** How far each of them is, by their keys. */
  public Map<Long, ImageCounts> counts(List<ImageBatch> batches) {
    return images.counts(batches.stream().map(ImageBatch::id).toList());
  }

  /** The first files of the batch that cannot be read. */
  public List<ImageRow> unreadable(ImageBatch batch, int most) {
    return images.unreadable(batch.id(), most);
  }

  /**
   * The finished batch, image by image.
   *
   * @throws ProblemException IMAGES_NOT_READY until it is completed; its reason where it failed
   */
  public List<ImageRow> results(Actor actor, UUID publicId) {
    ImageBatch batch = batch(actor, publicId);
    if (batch.state() == RunState.FAILED) {
      throw new ProblemException(batch.failureCode());
    }
    if (batch.state() != RunState.COMPLETED) {
      ImageCounts counts = counts(List.of(batch)).get(batch.id());
      throw new ProblemException(ProblemCode.IMAGES_NOT_READY, counts.done(), counts.images());
    }
    audit.done(actor, AuditKind.EXPORTED, AuditSubject.of(AuditSubject.Kind.IMAGES, publicId));
    return images.all(batch.id());
  }

  /** Removes the batch with its results and its pictures; those of a folder stay where they are. */
  public void remove(Actor actor, UUID publicId) {
    ImageBatch batch = batch(actor, publicId);
    actor.requireUpload();
    audit.done(actor, AuditKind.ERASED, AuditSubject.of(AuditSubject.Kind.IMAGES, publicId));
    queue.withdraw(JobName.ANALYSE_IMAGES, batch.id());
    em.remove(batch);
    em.flush();
    String pack = batch.mediaSha256();
    if (pack != null) {
      media.discard(pack, () -> isUnused(pack));
    }
  }

  /** The same pictures may have been sent twice. */
  private boolean isUnused(String pack) {
    return em.createQuery(
                "select count(b) from ImageBatch b where b.mediaSha256 = :pack", Long.class)
            .setParameter("pack", pack)
            .getSingleResult()
        == 0;
  }

  /**
   * Begins the job's work, or goes on with it.
   *
   * @return the files; empty when somebody has removed the batch, which is no failure
   */
  public Optional<ImageContents> begin(long batchId, ModelRelease models, VisionSettings vision)
      throws IOException {
    ImageBatch batch = em.find(ImageBatch.class, batchId);
    if (batch == null) {
      return Optional.empty();
    }
    batch.begin(models, vision, Instant.now());
    return Optional.of(contents(batch));
  }

  private ImageContents contents(ImageBatch batch) throws IOException {
    if (batch.source() == ImageSource.FOLDER) {
      String client = batch.client().code();
      return new ImageContents.InFolder(
          FolderImages.find(settings.inboxFolder(), client, batch.folder()), ImageLimits.STANDARD);
    }
    return ImageContents.Packed.open(store.open(batch.mediaSha256()));
  }

  /** The next images that nobody has looked at. */
  public List<ImageRow> pending(long batchId, int afterOrdinal, int most) {
    return images.pending(batchId, afterOrdinal, most);
  }

  /**
   * Results by the images' ordinals; of a batch that was removed, nothing is stored. In a
   * transaction of its own: the batch runtime stores its checkpoint before it commits the chunk's.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void store(long batchId, Map<Integer, ImageResult> results) {
    images.write(batchId, results);
  }

  public void complete(long batchId) {
    Optional.ofNullable(em.find(ImageBatch.class, batchId))
        .ifPresent(batch -> batch.complete(Instant.now()));
  }

  public void fail(long batchId, ProblemCode reason) {
    Optional.ofNullable(em.find(ImageBatch.class, batchId))
        .ifPresent(batch -> batch.fail(reason, Instant.now()));
  }
}
