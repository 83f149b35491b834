package org.otklik.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of a viewer as JSON, under the names of tables and columns; without the keys of users.
 */
@ApplicationScoped
class ExportedRows {
  private static final int FETCHED_AT_ONCE = 1000;

  private static final String RECORDINGS =
      """
      select recording.id, recording.public_id, recording.media_sha256, media.media_type
      from core.recording
      left join core.media_object as media on media.sha256 = recording.media_sha256
      where recording.viewer_id = :viewer
      order by recording.id
      """;

  private static final String VIEWER =
      """
      select jsonb_pretty(jsonb_build_object(
          'campaign', campaign.name,
          'client', client.name,
          'viewer', to_jsonb(viewer),
          'participation', (
              select coalesce(jsonb_agg(
                  to_jsonb(participation) - 'token_sha256' || jsonb_build_object(
                      'study', study.name,
                      'consent_text', to_jsonb(consent_text) - 'created_by')
                  order by participation.id), '[]')
              from core.participation
              join core.study on study.id = participation.study_id
              left join core.consent_text on consent_text.id = participation.consent_text_id
              where participation.viewer_id = viewer.id)))
      from core.viewer
      join core.campaign on campaign.id = viewer.campaign_id
      join core.client on client.id = campaign.client_id
      where viewer.id = :id
      """;

  private static final String RECORDING =
      """
      select jsonb_pretty(jsonb_build_object(
          'creative', creative.name,
          'recording', to_jsonb(recording) - 'created_by',
          'analysis_run', (
              select coalesce(jsonb_agg(to_jsonb(run) order by run.id), '[]')
              from core.analysis_run as run where run.recording_id = recording.id),
          'viewing', (
              select to_jsonb(viewing) from agg.viewing where viewing.recording_id = recording.id),
          'viewing_decision', (
              select coalesce(jsonb_agg(to_jsonb(decision) - 'decided_by' order by decision.id), '[]')
              from core.viewing_decision as decision where decision.recording_id = recording.id),
          'face_choice', (
              select coalesce(jsonb_agg(to_jsonb(choice) - 'chosen_by' order by choice.id), '[]')
              from core.face_choice as choice where choice.recording_id = recording.id),
          %s))
      from core.recording
      join core.creative on creative.id = recording.creative_id
      where recording.id = :id
      """
          .formatted(
              String.join(
                  ",\n",
                  ofRuns("face_track", "agg.face_track", "face_track"),
                  ofRuns("face_question", "agg.face_question", "face_no"),
                  ofRuns("turn_check", "core.turn_check", "media_time_ms"),
                  ofRuns("viewer_second", "agg.viewer_second", "second_no"),
                  ofRuns("voice_analysis", "core.voice_analysis", "finding"),
                  ofRuns("voice_window", "core.voice_window", "start_ms"),
                  ofRuns("voice_second", "agg.voice_second", "second_no"),
                  ofRuns("call_second", "agg.call_second", "second_no"),
                  ofRuns("call_moment", "agg.call_moment", "from_second"),
                  ofRuns("call_course", "agg.call_course", "side")));

  private static final String FRAMES =
      """
      select to_jsonb(frame)::text
      from core.frame_observation as frame
      join core.analysis_run as run
          on run.id = frame.analysis_run_id and run.queued_month = frame.run_month
      where run.recording_id = :id
      order by frame.analysis_run_id, frame.media_time_ms, frame.face_track
      """;

  /** What each column means, from the database's own comments. */
  private static final String MEANINGS =
      """
      select jsonb_pretty(jsonb_object_agg(name, columns))
      from (
          select relation.relname as name, jsonb_object_agg(attribute.attname,
              col_description(relation.oid, attribute.attnum)) as columns
          from pg_class as relation
          join pg_attribute as attribute
              on attribute.attrelid = relation.oid and attribute.attnum > 0
                  and not attribute.attisdropped
          where relation.oid = any (cast(:tables as regclass[]))
          group by relation.relname
      ) as described
      """;

  private static final String[] TABLES = {
    "core.viewer",
    "core.participation",
    "core.consent_text",
    "core.recording",
    "core.analysis_run",
    "agg.viewing",
    "core.viewing_decision",
    "core.face_choice",
    "agg.face_track",
    "agg.face_question",
    "core.turn_check",
    "agg.viewer_second",
    "core.voice_analysis",
    "core.voice_window",
    "agg.voice_second",
    "agg.call_second",
    "agg.call_moment",
    "agg.call_course",
    "core.frame_observation"
  };

  @Inject private Jdbi jdbi;

  private static String ofRuns(String key, String table, String order) {
    return """
        '%s', (
            select coalesce(jsonb_agg(to_jsonb(part) order by part.analysis_run_id, part.%s), '[]')
            from %s as part
            join core.analysis_run as run on run.id = part.analysis_run_id
            where run.recording_id = recording.id)"""
        .formatted(key, order, table);
  }

  List<ExportedViewer.ExportedRecording> recordings(long viewerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RECORDINGS)
                .bind("viewer", viewerId)
                .map(
                    (row, context) ->
                        new ExportedViewer.ExportedRecording(
                            row.getLong("id"),
                            row.getObject("public_id", UUID.class),
                            row.getString("media_sha256"),
                            row.getString("media_type")))
                .list());
  }

  /** The viewer with answers, participations in studies and the consent that was shown. */
  String viewer(long id) {
    return one(VIEWER, id);
  }

  /** A recording with all that was made of it, but the frames. */
  String recording(long id) {
    return one(RECORDING, id);
  }

  private String one(String query, long id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(query).bind("id", id).mapTo(String.class).one());
  }

  /** Every frame of a recording, one after the other: there may be many thousands. */
  void frames(long recordingId, Consumer<String> to) {
    jdbi.useTransaction(
        handle ->
            handle
                .createQuery(FRAMES)
                .setFetchSize(FETCHED_AT_ONCE)
                .bind("id", recordingId)
                .mapTo(String.class)
                .forEach(to));
  }

  String meanings() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(MEANINGS)
                .bindArray("tables", String.class, (Object[]) TABLES)
                .mapTo(String.class)
                .one());
  }
}
