package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.emotion.EmotionGroup;
import org.otklik.json.StoredJson;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.metric.Viewing;
import org.otklik.metric.ViewingSet;
import org.otklik.timeline.ViewerSecond;
import org.otklik.vision.track.FrozenPeriod;
import org.otklik.vision.track.TrackSummary;

/** The rows of {@code agg.face_track}, {@code agg.viewer_second} and {@code agg.viewing}. */
@ApplicationScoped
public class ViewingStore {
  private static final String VIEWINGS =
      """

      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      """;

  /** Of a campaign, one creative or all, the attributes of viewers, and what judged them. */
  private static final String CHOSEN =
      """
      where viewer.campaign_id = :campaign_id
          and recording.creative_id = coalesce(:creative_id::bigint, recording.creative_id)
          and viewer.segments @> :segment::jsonb
          and viewing.settings_version = any (:settings_versions)
      """;

  private static final String COUNTED_SECONDS =
      "select viewer_second.*, viewer.code, recording.id as recording_id"
          + VIEWINGS
          + "join agg.viewer_second using (analysis_run_id)\n"
          + CHOSEN
          + "and viewing.is_counted and viewer_second.is_in_creative\n"
          + "order by recording.id, viewer_second.second_no";

  private static final String INSERT_TRACK =
      """
      insert into agg.face_track (
          analysis_run_id, face_track, first_ms, last_ms, frames, mean_area_px, is_viewer,
          frozen_ms)
      values (
          :analysis_run_id, :face_track, :first_ms, :last_ms, :frames, :mean_area_px, :is_viewer,
          :frozen_ms::int4multirange)
      """;

  private static final String INSERT_SECOND =
      """
      insert into agg.viewer_second (
          analysis_run_id, second_no, observed_share, attentive_share,
          %s, state, valence, arousal, is_in_creative)
      values (
          :analysis_run_id, :second_no, :observed_share, :attentive_share,
          %s, :state, :valence, :arousal, :is_in_creative)
      """
          .formatted(EmotionColumns.LIST, EmotionColumns.PARAMETERS);

  private static final String INSERT_VIEWING =
      """
      insert into agg.viewing (
          recording_id, analysis_run_id, response, exclusion_reason,
          observed_s, positive_s, negative_s, coverage, baseline_state, attention, turn_degrees,
          settings_version, decision_id, computed_at)
      values (
          :recording_id, :analysis_run_id, :response, :exclusion_reason,
          :observed_s, :positive_s, :negative_s, :coverage, :baseline_state, :attention, :turn_degrees,
          :settings_version, :decision_id, :computed_at)
      """;

  @Inject private Jdbi jdbi;

  /** The parameters of {@link #CHOSEN}. */
  private record Choice(
      long campaignId,
      Long creativeId,
      Map<String, String> segment,
      Set<Integer> settingsVersions) {

    Query bind(Query query) {
      return query
          .bind("campaign_id", campaignId)
          .bind("creative_id", creativeId)
          .bind("segment", StoredJson.write(segment))
          .bindArray("settings_versions", Integer.class, settingsVersions);
    }
  }

  void replaceTracks(long runId, Collection<TrackSummary> tracks, Set<Integer> viewerTracks) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.face_track where analysis_run_id = :analysis_run_id")
              .bind("analysis_run_id", runId)
              .execute();
          PreparedBatch batch = handle.prepareBatch(INSERT_TRACK);
          for (TrackSummary track : tracks) {
            batch
                .bind("analysis_run_id", runId)
                .bind("face_track", track.trackId())
                .bind("first_ms", track.firstMs())
                .bind("last_ms", track.lastMs())
                .bind("frames", track.frames())
                .bind("mean_area_px", track.meanBox().areaPx())
                .bind("is_viewer", viewerTracks.contains(track.trackId()))
                .bind("frozen_ms", ranges(track.frozen()))
                .add();
          }
          batch.execute();
        });
  }

  /** As PostgreSQL writes a set of times: each from after its first frame to its last. */
  private static String ranges(List<FrozenPeriod> periods) {
    return periods.stream()
        .map(period -> "(%d,%d]".formatted(period.afterMs(), period.untilMs()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  void replaceSeconds(long runId, List<ViewerSecond> seconds, int creativeSeconds) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "delete from agg.viewer_second where analysis_run_id = :analysis_run_id")
              .bind("analysis_run_id", runId)
              .execute();
          PreparedBatch batch = handle.prepareBatch(INSERT_SECOND);
          for (ViewerSecond second : seconds) {
            boolean isInCreative = second.second() >= 0 && second.second() < creativeSeconds;
            batch.bind("analysis_run_id", runId).bind("is_in_creative", isInCreative);
            bind(batch, second);
            batch.add();
          }
          batch.execute();
        });
  }

  private static void bind(PreparedBatch batch, ViewerSecond second) {
    batch
        .bind("second_no", second.second())
        .bind("observed_share", second.observedShare())
        .bind("attentive_share", second.attentiveShare())
        .bind("state", second.state() == null ? null : second.state().name())
        .bind("valence", second.valence())
        .bind("arousal", second.arousal());
    EmotionColumns.bind(batch, second.scores());
  }

  void replaceViewing(EvaluatedViewing viewing, Instant at) {
    Viewing contact = viewing.contact();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.viewing where recording_id = :recording_id")
              .bind("recording_id", viewing.recordingId())
              .execute();
          handle
              .createUpdate(INSERT_VIEWING)
              .bind("recording_id", viewing.recordingId())
              .bind("analysis_run_id", viewing.runId())
              .bind("response", contact.outcome())
              .bind("exclusion_reason", contact.reason())
              .bind("observed_s", contact.observedSeconds())
              .bind("positive_s", contact.positiveSeconds())
              .bind("negative_s", contact.negativeSeconds())
              .bind("coverage", contact.coverage())
              .bind("baseline_state", viewing.baseline())
              .bind("attention", viewing.attention())
              .bind("turn_degrees", viewing.turnDegrees())
              .bind("settings_version", viewing.settingsVersion())
              .bind("decision_id", viewing.verdictId())
              .bind("computed_at", at)
              .execute();
        });
  }

  /**
   * The runs of a creative's viewings that were judged with other settings, or another verdict,
   * than hold now.
   *
   * @param settingsVersions those by which viewings are judged as they are to be
   */
  List<Long> outdatedRuns(long creativeId, Set<Integer> settingsVersions) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select viewing.analysis_run_id
                    from agg.viewing
                    join core.recording on recording.id = viewing.recording_id
                    where recording.creative_id = :creative_id
                        and (viewing.settings_version <> all (:settings_versions)
                             or viewing.decision_id is distinct from (
                                 select max(decision.id)
                                 from core.viewing_decision as decision
                                 where decision.recording_id = viewing.recording_id))
                    order by recording.id
                    """)
                .bind("creative_id", creativeId)
                .bindArray("settings_versions", Integer.class, settingsVersions)
                .mapTo(Long.class)
                .list());
  }

  /**
   * Part of a campaign's judged viewings, excluded ones too, in the order of upload.
   *
   * @param creativeId null for all creatives
   * @param settingsVersions those that the viewings are judged by
   */
  public List<Viewing> contacts(long campaignId, Long creativeId, Set<Integer> settingsVersions) {
    return contacts(new Choice(campaignId, creativeId, Map.of(), settingsVersions));
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
                        + "where viewer.campaign_id = any (:campaign_ids)")
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
   * @param segment attributes that the viewers have
   * @param settingsVersions those that the viewings are judged by
   */
  public ViewingSet group(
      long campaignId,
      Long creativeId,
      Map<String, String> segment,
      Set<Integer> settingsVersions) {
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
                            row.getString("code"), row.getLong("recording_id"), second(row)))
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

  public List<ViewerSecond> seconds(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from agg.viewer_second
                    where analysis_run_id = :analysis_run_id
                    order by second_no
                    """)
                .bind("analysis_run_id", runId)
                .map((row, context) -> second(row))
                .list());
  }

  private static ViewerSecond second(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new ViewerSecond(
        row.getInt("second_no"),
        row.getDouble("observed_share"),
        row.getDouble("attentive_share"),
        EmotionColumns.read(row),
        state == null ? null : EmotionGroup.valueOf(state));
  }
}
