package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.emotion.EmotionGroup;
import org.otklik.json.StoredJson;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.metric.Viewing;
import org.otklik.metric.ViewingSet;
import org.otklik.persistence.Jdbc;
import org.otklik.timeline.ViewerSecond;
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
      where viewer.campaign_id = ?
          and recording.creative_id = coalesce(?::bigint, recording.creative_id)
          and viewer.segments @> ?::jsonb
          and viewing.settings_version = any (?)
      """;

  @Inject private Jdbc jdbc;

  void replaceTracks(long runId, Collection<TrackSummary> tracks, Set<Integer> viewerTracks) {
    jdbc.update("delete from agg.face_track where analysis_run_id = ?", runId);
    jdbc.batch(
        """
        insert into agg.face_track (
            analysis_run_id, face_track, first_ms, last_ms, frames, mean_area_px, is_viewer)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        tracks.stream()
            .map(
                track ->
                    new Object[] {
                      runId,
                      track.trackId(),
                      track.firstMs(),
                      track.lastMs(),
                      track.frames(),
                      track.meanBox().areaPx(),
                      viewerTracks.contains(track.trackId())
                    })
            .toList());
  }

  void replaceSeconds(long runId, List<ViewerSecond> seconds, int creativeSeconds) {
    jdbc.update("delete from agg.viewer_second where analysis_run_id = ?", runId);
    jdbc.batch(
        """
        insert into agg.viewer_second (
            analysis_run_id, second_no, observed_share, attentive_share, %s, state, valence, arousal,
            is_in_creative)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(EmotionColumns.LIST),
        seconds.stream().map(second -> row(runId, second, creativeSeconds)).toList());
  }

  private static Object[] row(long runId, ViewerSecond second, int creativeSeconds) {
    List<Object> row = new ArrayList<>();
    Collections.addAll(
        row, runId, second.second(), second.observedShare(), second.attentiveShare());
    row.addAll(EmotionColumns.values(second.scores()));
    Collections.addAll(
        row,
        second.state() == null ? null : second.state().name(),
        second.valence(),
        second.arousal(),
        second.second() >= 0 && second.second() < creativeSeconds);
    return row.toArray();
  }

  void replaceViewing(EvaluatedViewing viewing, Instant at) {
    Viewing contact = viewing.contact();
    jdbc.update("delete from agg.viewing where recording_id = ?", viewing.recordingId());
    jdbc.update(
        """
        insert into agg.viewing (
            recording_id, analysis_run_id, response, exclusion_reason,
            observed_s, positive_s, negative_s, coverage, baseline_state, attention,
            settings_version, decision_id, computed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        viewing.recordingId(),
        viewing.runId(),
        contact.outcome().name(),
        contact.reason() == null ? null : contact.reason().name(),
        contact.observedSeconds(),
        contact.positiveSeconds(),
        contact.negativeSeconds(),
        contact.coverage(),
        viewing.baseline() == null ? null : viewing.baseline().name(),
        viewing.attention(),
        viewing.settingsVersion(),
        viewing.verdictId(),
        Timestamp.from(at));
  }

  /**
   * The runs of a creative's viewings that were judged with other settings, or another verdict,
   * than hold now.
   *
   * @param settingsVersions those by which viewings are judged as they are to be
   */
  List<Long> outdatedRuns(long creativeId, Set<Integer> settingsVersions) {
    return jdbc.query(
        """
        select viewing.analysis_run_id
        from agg.viewing
        join core.recording on recording.id = viewing.recording_id
        where recording.creative_id = ?
            and (viewing.settings_version <> all (?)
                 or viewing.decision_id is distinct from (
                     select max(decision.id)
                     from core.viewing_decision as decision
                     where decision.recording_id = viewing.recording_id))
        order by recording.id
        """,
        row -> row.getLong("analysis_run_id"),
        creativeId,
        settingsVersions.toArray(Integer[]::new));
  }

  /**
   * Part of a campaign's judged viewings, excluded ones too, in the order of upload.
   *
   * @param creativeId null for all creatives
   * @param settingsVersions those that the viewings are judged by
   */
  public List<Viewing> contacts(long campaignId, Long creativeId, Set<Integer> settingsVersions) {
    return contacts(chosen(campaignId, creativeId, Map.of(), settingsVersions));
  }

  private List<Viewing> contacts(Object[] chosen) {
    return jdbc.query(
        "select viewing.*, viewer.code" + VIEWINGS + CHOSEN + "order by recording.id",
        ViewingStore::contact,
        chosen);
  }

  private static Object[] chosen(
      long campaignId,
      Long creativeId,
      Map<String, String> segment,
      Set<Integer> settingsVersions) {
    return new Object[] {
      campaignId, creativeId, StoredJson.write(segment), settingsVersions.toArray(Integer[]::new)
    };
  }

  /** The judged viewings of several campaigns, by campaign; campaigns without any are missing. */
  public Map<Long, List<Viewing>> contactsOfCampaigns(Long[] campaignIds) {
    return jdbc
        .query(
            """
            select viewing.*, viewer.code, viewer.campaign_id
            from agg.viewing
            join core.recording on recording.id = viewing.recording_id
            join core.viewer on viewer.id = recording.viewer_id
            where viewer.campaign_id = any (?)
            """,
            row -> Map.entry(row.getLong("campaign_id"), contact(row)),
            (Object) campaignIds)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
    Object[] chosen = chosen(campaignId, creativeId, segment, settingsVersions);
    List<Viewing> contacts = contacts(chosen);
    Map<String, Map<Long, List<ViewerSecond>>> seconds = new TreeMap<>();
    jdbc.query(
            "select viewer_second.*, viewer.code, recording.id as recording_id"
                + VIEWINGS
                + "join agg.viewer_second using (analysis_run_id)\n"
                + CHOSEN
                + "and viewing.is_counted and viewer_second.is_in_creative\n"
                + "order by recording.id, viewer_second.second_no",
            row ->
                new SecondOfRecording(
                    row.getString("code"), row.getLong("recording_id"), second(row)),
            chosen)
        .forEach(
            one ->
                seconds
                    .computeIfAbsent(one.viewer(), viewer -> new TreeMap<>())
                    .computeIfAbsent(one.recording(), recording -> new ArrayList<>())
                    .add(one.second()));
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
    return jdbc.query(
        "select * from agg.viewer_second where analysis_run_id = ? order by second_no",
        ViewingStore::second,
        runId);
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
