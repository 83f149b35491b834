package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.json.StoredJson;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.metric.Viewing;
import org.otklik.metric.ViewingSet;
import org.otklik.timeline.ViewerSecond;

/** Judged viewings of any group of viewers, as metrics are calculated from. */
@ApplicationScoped
public class ViewingGroupStore {
  private static final String VIEWINGS =
      """

      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      join core.creative on creative.id = recording.creative_id
      """;

  /**
   * Of a campaign, one creative or all that are not in the bin, the attributes of viewers, and what
   * judged them.
   */
  private static final String CHOSEN =
      """
      where viewer.campaign_id = :campaign_id
          and case when :creative_id::bigint is null then creative.deleted_at is null
              else creative.id = :creative_id::bigint end
          and :rest <> (
              select coalesce(bool_and(coalesce(one_of.value @> to_jsonb(viewer.segments ->> one_of.key), false)), true)
              from jsonb_each(:segment::jsonb) as one_of)
          and viewing.settings_version = any (:settings_versions)
      """;

  private static final String COUNTED_SECONDS =
      "select viewer_second.*, viewer.code, recording.id as recording_id"
          + VIEWINGS
          + "join agg.viewer_second using (analysis_run_id)\n"
          + CHOSEN
          + "and viewing.is_counted and viewer_second.is_in_creative\n"
          + "order by recording.id, viewer_second.second_no";

  @Inject private Jdbi jdbi;

  /** The parameters of {@link #CHOSEN}. */
  private record Choice(
      long campaignId, Long creativeId, ViewerSegment segment, Set<Integer> settingsVersions) {

    Query bind(Query query) {
      return query
          .bind("campaign_id", campaignId)
          .bind("creative_id", creativeId)
          .bind("segment", StoredJson.write(segment.values()))
          .bind("rest", segment.rest())
          .bindArray("settings_versions", Integer.class, settingsVersions);
    }
  }

  /**
   * Part of a campaign's judged viewings, excluded ones too, in the order of upload.
   *
   * @param creativeId null for all creatives
   * @param settingsVersions those that the viewings are judged by
   */
  public List<Viewing> contacts(long campaignId, Long creativeId, Set<Integer> settingsVersions) {
    return contacts(new Choice(campaignId, creativeId, ViewerSegment.EVERYBODY, settingsVersions));
  }

  private List<Viewing> contacts(Choice choice) {
    return jdbi.withHandle(
        handle ->
            choice
                .bind(
                    handle.createQuery(
                        "select viewing.*, viewer.code"
                            + VIEWINGS
                            + CHOSEN
                            + "order by recording.id"))
                .map((row, context) -> contact(row))
                .list());
  }

  /** The judged viewings of several campaigns, by campaign; campaigns without any are missing. */
  public Map<Long, List<Viewing>> contactsOfCampaigns(Long[] campaignIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select viewing.*, viewer.code, viewer.campaign_id"
                        + VIEWINGS
                        + "where viewer.campaign_id = any (:campaign_ids) and creative.deleted_at is null")
                .bind("campaign_ids", campaignIds)
                .map((row, context) -> Map.entry(row.getLong("campaign_id"), contact(row)))
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /**
   * A judged viewing.
   *
   * @param settingsVersion that judged it
   */
  public record JudgedViewing(int settingsVersion, Viewing viewing) {}

  /** The judged viewings of several creatives, by creative; creatives without any are missing. */
  public Map<Long, List<JudgedViewing>> contactsOfCreatives(Long[] creativeIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select viewing.*, viewer.code, recording.creative_id"
                        + VIEWINGS
                        + "where recording.creative_id = any (:creative_ids) order by recording.id")
                .bind("creative_ids", creativeIds)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getLong("creative_id"),
                            new JudgedViewing(row.getInt("settings_version"), contact(row))))
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /**
   * Part of a campaign's judged viewings, with the seconds of those that count.
   *
   * @param creativeId null for all creatives
   * @param segment its viewers
   * @param settingsVersions those that the viewings are judged by
   */
  public ViewingSet group(
      long campaignId, Long creativeId, ViewerSegment segment, Set<Integer> settingsVersions) {
    Choice choice = new Choice(campaignId, creativeId, segment, settingsVersions);
    List<Viewing> contacts = contacts(choice);
    Map<String, Map<Long, List<ViewerSecond>>> seconds = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            choice
                .bind(handle.createQuery(COUNTED_SECONDS))
                .map(
                    (row, context) ->
                        new SecondOfRecording(
                            row.getString("code"),
                            row.getLong("recording_id"),
                            ViewerSecondStore.read(row)))
                .forEach(
                    one ->
                        seconds
                            .computeIfAbsent(one.viewer(), viewer -> new TreeMap<>())
                            .computeIfAbsent(one.recording(), recording -> new ArrayList<>())
                            .add(one.second())));
    Map<String, List<List<ViewerSecond>>> byViewer = new TreeMap<>();
    seconds.forEach((viewer, lists) -> byViewer.put(viewer, List.copyOf(lists.values())));
    return new ViewingSet(contacts, byViewer);
  }

  private record SecondOfRecording(String viewer, long recording, ViewerSecond second) {}

  private static Viewing contact(ResultSet row) throws SQLException {
    String reason = row.getString("exclusion_reason");
    return new Viewing(
        row.getString("code"),
        ResponseType.valueOf(row.getString("response")),
        reason == null ? null : ExclusionReason.valueOf(reason),
        row.getDouble("observed_s"),
        row.getDouble("positive_s"),
        row.getDouble("negative_s"),
        row.getDouble("coverage"));
  }
}
