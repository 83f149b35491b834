package org.otklik.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What cards show of creatives, in three queries however many they are. */
@ApplicationScoped
class CreativePreviews {
  private static final String FIRST_OF_CAMPAIGNS =
      """
      select distinct on (creative.campaign_id)
          creative.campaign_id as owner_id, creative.id, creative.public_id
      from core.creative
      left join agg.creative_score as score on score.creative_id = creative.id
      where creative.campaign_id = any (:campaign_ids) and creative.deleted_at is null
      order by creative.campaign_id, score.creative_id is null, creative.id
      """;

  private static final String OF_CAMPAIGN =
      """
      select id as owner_id, id, public_id
      from core.creative
      where campaign_id = :campaign_id and deleted_at is null
      """;

  /** A third into the video: what it is about can be seen, and no end card. */
  private static final String THUMBNAILS =
      """
      select distinct on (thumbnail.creative_id) thumbnail.creative_id, thumbnail.second_no
      from agg.creative_thumbnail as thumbnail
      join core.creative on creative.id = thumbnail.creative_id
      where thumbnail.creative_id = any (:creative_ids)
      order by thumbnail.creative_id, abs(thumbnail.second_no - creative.duration_ms / 3000)
      """;

  private static final String CURVES =
      """
      select creative_id, positive_share
      from agg.creative_second
      where creative_id = any (:creative_ids)
      order by creative_id, second_no
      """;

  @Inject private Jdbi jdbi;

  private record Chosen(long ownerId, long id, UUID publicId) {}

  /** By the key of the campaign; campaigns without a creative are left out. */
  Map<Long, CreativePreview> ofCampaigns(Long[] campaignIds) {
    return previews(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(FIRST_OF_CAMPAIGNS)
                    .bind("campaign_ids", campaignIds)
                    .map((row, context) -> chosen(row))
                    .list()));
  }

  /** By the creative's public identifier, for all creatives of one campaign. */
  Map<UUID, CreativePreview> ofCampaign(long campaignId) {
    List<Chosen> chosen =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(OF_CAMPAIGN)
                    .bind("campaign_id", campaignId)
                    .map((row, context) -> chosen(row))
                    .list());
    return previews(chosen).values().stream()
        .collect(Collectors.toMap(CreativePreview::creative, Function.identity()));
  }

  private static Chosen chosen(ResultSet row) throws SQLException {
    return new Chosen(
        row.getLong("owner_id"), row.getLong("id"), row.getObject("public_id", UUID.class));
  }

  /** By owner. */
  private Map<Long, CreativePreview> previews(List<Chosen> chosen) {
    Long[] ids = chosen.stream().map(Chosen::id).toArray(Long[]::new);
    Map<Long, Integer> pictures = thumbnails(ids);
    Map<Long, List<Double>> curves = curves(ids);
    return chosen.stream()
        .collect(
            Collectors.toMap(
                Chosen::ownerId,
                one ->
                    new CreativePreview(
                        one.publicId(),
                        pictures.get(one.id()),
                        curves.getOrDefault(one.id(), List.of()))));
  }

  private Map<Long, Integer> thumbnails(Long[] creativeIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(THUMBNAILS)
                .bind("creative_ids", creativeIds)
                .map(
                    (row, context) ->
                        Map.entry(row.getLong("creative_id"), row.getInt("second_no")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Long, List<Double>> curves(Long[] creativeIds) {
    record Second(long creativeId, Double positiveShare) {}
    Map<Long, List<Double>> curves = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(CURVES)
                .bind("creative_ids", creativeIds)
                .map(
                    (row, context) ->
                        new Second(
                            row.getLong("creative_id"),
                            row.getObject("positive_share", Double.class)))
                .forEach(
                    second ->
                        curves
                            .computeIfAbsent(second.creativeId(), id -> new ArrayList<>())
                            .add(second.positiveShare())));
    return curves;
  }
}
