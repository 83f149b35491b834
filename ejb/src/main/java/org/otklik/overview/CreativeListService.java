package org.otklik.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.campaign.Campaign;
import org.otklik.identity.Actor;
import org.otklik.metric.Norm;

/**
 * All creatives that the actor may see, of campaigns that are not archived: as they were last
 * summarised, and where they stand among each other.
 */
@Stateless
public class CreativeListService {
  private static final String LINES =
      """
      with counted as (
          select recording.creative_id, count(*) as recordings,
              count(unfinished.run_id) as unfinished
          from core.recording
          left join core.unfinished_run as unfinished on unfinished.recording_id = recording.id
          group by recording.creative_id
      )
      select creative.public_id, creative.name, campaign.public_id as campaign_id,
          campaign.name as campaign_name, client.code as client_code, client.name as client_name,
          campaign.is_synthetic, creative.duration_s, creative.created_at,
          coalesce(counted.recordings, 0) as recordings,
          coalesce(counted.unfinished, 0) as unfinished,
          coalesce(score.engaged + score.critical + score.silent, 0) as viewers,
          score.eei, score.emo_nps, score.attraction, score.peak, score.end_share, score.impact,
          score.expressiveness, score.attention
      from core.creative
      join core.campaign on campaign.id = creative.campaign_id
      join core.client on client.id = campaign.client_id
      left join counted on counted.creative_id = creative.id
      left join agg.creative_score as score on score.creative_id = creative.id
      where campaign.archived_at is null and campaign.deleted_at is null
          and creative.deleted_at is null and (:sees_all or client.id = any (:client_ids))
      """;

  private record Row(String clientCode, CreativeLine line) {}

  @Inject private Jdbi jdbi;

  /**
   * A page of those that pass, in order.
   *
   * @param page from 0
   */
  public CreativeListing list(
      Actor actor,
      CreativeFilter filter,
      CreativeOrder order,
      boolean descending,
      int page,
      int pageSize) {
    List<Row> visible =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(LINES)
                    .bind("sees_all", actor.isAdministrator())
                    .bindArray("client_ids", Long.class, actor.clientIds())
                    .map((row, context) -> row(row))
                    .list());
    List<CreativeLine> all = visible.stream().map(Row::line).toList();
    List<CreativeLine> found =
        visible.stream()
            .filter(row -> passes(row, filter))
            .map(Row::line)
            .sorted(order.comparator(descending))
            .toList();
    int shown = Math.min(Math.max(0, page), Math.max(0, (found.size() - 1) / pageSize));
    List<CreativeLine> entries =
        found.stream()
            .skip((long) shown * pageSize)
            .limit(pageSize)
            .map(line -> line.rankedAs(ranks(line, all)))
            .toList();
    return new CreativeListing(entries, found, shown);
  }

  private static boolean passes(Row row, CreativeFilter filter) {
    CreativeLine line = row.line();
    return (filter.client() == null || filter.client().equals(row.clientCode()))
        && (filter.text() == null
            || contains(line.name(), filter.text())
            || contains(line.campaignName(), filter.text()))
        && line.durationSeconds() >= filter.fromSeconds()
        && line.durationSeconds() <= filter.untilSeconds()
        && (filter.since() == null || !line.createdAt().isBefore(filter.since()))
        && (filter.until() == null || line.createdAt().isBefore(filter.until()));
  }

  private static boolean contains(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** Synthetic viewers are compared with synthetic ones. */
  static Map<NormedFigure, Double> ranks(CreativeLine line, List<CreativeLine> all) {
    Map<NormedFigure, Double> ranks = new EnumMap<>(NormedFigure.class);
    line.figures()
        .forEach(
            (figure, value) -> {
              List<Double> others =
                  all.stream()
                      .filter(other -> !other.id().equals(line.id()) && other.isFinished())
                      .filter(other -> other.synthetic() == line.synthetic())
                      .map(other -> other.figures().get(figure))
                      .filter(Objects::nonNull)
                      .toList();
              if (others.size() >= Norm.MIN_OTHERS) {
                ranks.put(figure, Norm.of(value, others).percentile());
              }
            });
    return ranks;
  }

  private static Row row(ResultSet row) throws SQLException {
    boolean synthetic = row.getBoolean("is_synthetic");
    int minGroupSize = Campaign.leastGroupSize(synthetic);
    int viewers = row.getInt("viewers");
    Map<NormedFigure, Double> figures = new EnumMap<>(NormedFigure.class);
    if (viewers >= minGroupSize) {
      for (NormedFigure figure : NormedFigure.values()) {
        Double value = row.getObject(figure.column(), Double.class);
        if (value != null) {
          figures.put(figure, value);
        }
      }
    }
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    return new Row(
        row.getString("client_code"),
        new CreativeLine(
            row.getObject("public_id", UUID.class),
            row.getString("name"),
            row.getObject("campaign_id", UUID.class),
            row.getString("campaign_name"),
            row.getString("client_name"),
            synthetic,
            row.getInt("duration_s"),
            createdAt,
            row.getInt("recordings"),
            row.getInt("unfinished"),
            viewers,
            minGroupSize,
            figures,
            Map.of()));
  }
}
