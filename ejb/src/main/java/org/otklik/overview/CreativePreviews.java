package org.otklik.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.persistence.Jdbc;

/** What cards show of creatives, in three queries however many they are. */
@ApplicationScoped
class CreativePreviews {
  private static final String FIRST_OF_CAMPAIGNS =
      """
      select distinct on (creative.campaign_id)
          creative.campaign_id as owner_id, creative.id, creative.public_id
      from core.creative
      left join agg.creative_score as score on score.creative_id = creative.id
      where creative.campaign_id = any (?)
      order by creative.campaign_id, score.creative_id is null, creative.id
      """;

  /** A third into the video: what it is about can be seen, and no end card. */
  private static final String THUMBNAILS =
      """
      select distinct on (thumbnail.creative_id) thumbnail.creative_id, thumbnail.second_no
      from agg.creative_thumbnail as thumbnail
      join core.creative on creative.id = thumbnail.creative_id
      where thumbnail.creative_id = any (?)
      order by thumbnail.creative_id, abs(thumbnail.second_no - creative.duration_ms / 3000)
      """;

  private static final String CURVES =
      """
      select creative_id, positive_share
      from agg.creative_second
      where creative_id = any (?)
      order by creative_id, second_no
      """;

  @Inject private Jdbc jdbc;

  private record Chosen(long ownerId, long id, UUID publicId) {}

  /** By the key of the campaign; campaigns without a creative are left out. */
  Map<Long, CreativePreview> ofCampaigns(Long[] campaignIds) {
    return previews(
        jdbc.query(
            FIRST_OF_CAMPAIGNS,
            row ->
                new Chosen(
                    row.getLong("owner_id"),
                    row.getLong("id"),
                    row.getObject("public_id", UUID.class)),
            (Object) campaignIds));
  }

  /** By the creative's public identifier, for all creatives of one campaign. */
  Map<UUID, CreativePreview> ofCampaign(long campaignId) {
    List<Chosen> chosen =
        jdbc.query(
            "select id, public_id from core.creative where campaign_id = ?",
            row ->
                new Chosen(
                    row.getLong("id"), row.getLong("id"), row.getObject("public_id", UUID.class)),
            campaignId);
    return previews(chosen).values().stream()
        .collect(Collectors.toMap(CreativePreview::creative, Function.identity()));
  }

  /** By owner. */
  private Map<Long, CreativePreview> previews(List<Chosen> chosen) {
    Long[] ids = chosen.stream().map(Chosen::id).toArray(Long[]::new);
    Map<Long, Integer> pictures = new HashMap<>();
    jdbc.query(
            THUMBNAILS,
            row -> Map.entry(row.getLong("creative_id"), row.getInt("second_no")),
            (Object) ids)
        .forEach(picture -> pictures.put(picture.getKey(), picture.getValue()));
    Map<Long, List<Double>> curves = new HashMap<>();
    jdbc.query(
        CURVES,
        row ->
            curves
                .computeIfAbsent(row.getLong("creative_id"), id -> new ArrayList<>())
                .add(row.getObject("positive_share", Double.class)),
        (Object) ids);
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
}
