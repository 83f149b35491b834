package org.otklik.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.identity.Actor;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.MediaDisk;

/** How much lies on the disks, for administrators. */
@Stateless
public class StorageService {
  private static final int MAX_CAMPAIGNS = 10;

  private static final String STORES =
      """
      with used as (
          select 'CREATIVES' as kind, media_sha256 from core.creative
          union
          select 'RECORDINGS', media_sha256 from core.recording
          union
          select 'REPORTS', media_sha256 from core.report where media_sha256 is not null
          union
          select 'TRAILERS', media_sha256 from core.trailer_video where media_sha256 is not null
          union
          select 'CLIPS', media_sha256 from core.clip where media_sha256 is not null
          union
          select 'IMAGES', media_sha256 from core.image_batch where media_sha256 is not null
      )
      select kind, count(*), coalesce(sum(size_bytes), 0)::bigint
      from used join core.media_object on sha256 = media_sha256
      group by kind order by kind
      """;

  private static final String CAMPAIGNS =
      """
      with video as (
          select campaign_id, media_sha256 from core.creative
          union
          select campaign_id, recording.media_sha256
          from core.recording join core.creative on creative.id = recording.creative_id
      )
      select campaign.public_id::text, campaign.name, count(*), sum(size_bytes)::bigint as bytes,
          campaign.deleted_at is not null as is_deleted
      from video
      join core.media_object on sha256 = media_sha256
      join core.campaign on campaign.id = video.campaign_id
      group by campaign.id order by bytes desc, campaign.id limit :most
      """;

  @PersistenceContext private EntityManager em;
  @Inject private ServerSettings settings;
  @Inject private MediaDisk disk;

  public StorageFigures figures(Actor actor) {
    actor.requireAdministrator();
    try {
      Path media = settings.mediaFolder();
      List<Long> partial = sizes(media.resolve("staging"));
      return new StorageFigures(
          stores(),
          disk.freeBytes(),
          disk.reservedBytes(),
          disk.isFull(),
          partial.stream().mapToLong(Long::longValue).sum(),
          partial.size(),
          ((Number)
                  em.createNativeQuery("select pg_database_size(current_database())")
                      .getSingleResult())
              .longValue(),
          largest());
    } catch (IOException e) {
      throw new UncheckedIOException("The media folder cannot be looked at.", e);
    }
  }

  private List<StorageFigures.Store> stores() {
    List<?> rows = em.createNativeQuery(STORES).getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            column ->
                new StorageFigures.Store(
                    StorageFigures.Kind.valueOf((String) column[0]),
                    ((Number) column[1]).longValue(),
                    ((Number) column[2]).longValue()))
        .toList();
  }

  private List<StorageFigures.CampaignSize> largest() {
    List<?> rows =
        em.createNativeQuery(CAMPAIGNS).setParameter("most", MAX_CAMPAIGNS).getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            column ->
                new StorageFigures.CampaignSize(
                    (String) column[0],
                    (String) column[1],
                    ((Number) column[2]).longValue(),
                    ((Number) column[3]).longValue(),
                    (Boolean) column[4]))
        .toList();
  }

  /** Of the files in it; one that goes meanwhile is left out. */
  private static List<Long> sizes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(StorageService::size).toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
