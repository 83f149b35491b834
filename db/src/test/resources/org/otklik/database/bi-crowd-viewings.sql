-- Viewers %1$d to %2$d, analysed: ten of eleven of the campaign Crowd, every eleventh in turn of Rival, Demo and
-- the small ones. Each saw one creative for 20 s; in some videos there is a second face.
create temporary table seen as
select n, campaign.id as campaign_id, creative.id as creative_id, campaign.created_by,
    timestamptz '2026-11-20 12:00+00' - make_interval(days => n %% 60) as uploaded_at
from generate_series(%1$d, %2$d) as n
join core.campaign on campaign.name = case
    when n %% 11 > 0 then 'Crowd' when n %% 33 = 0 then 'Rival' when n %% 33 = 11 then 'Demo' else 'Small ' || 1 + n %% 8 end
join core.creative on creative.campaign_id = campaign.id
    and creative.name = case when campaign.name like 'Small %%' then 'A' else (array['A', 'B', 'C'])[1 + n %% 3] end;

insert into core.viewer (campaign_id, code, segments, nps_answer, answered_at)
select campaign_id, 'v' || n,
    jsonb_build_object('age', (array['18-24', '25-34', '35-44'])[1 + n %% 3], 'sex', (array['female', 'male'])[1 + n %% 2]),
    case when n %% 4 > 0 then n %% 11 end, case when n %% 4 > 0 then uploaded_at end
from seen;
insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms, width_px, height_px,
    rotation_degrees, frame_rate, frame_count, created_by, created_at)
select gen_random_uuid(), seen.creative_id, viewer.id, repeat('0', 64), 20000, 640, 360, 0, 25, 500, seen.created_by,
    seen.uploaded_at
from seen
join core.viewer on viewer.campaign_id = seen.campaign_id and viewer.code = 'v' || n
order by n;
insert into core.analysis_run (recording_id, state, sample_hz, vision_settings, detector_name, detector_sha256,
    classifier_name, classifier_sha256, frames_sampled, queued_at, started_at, finished_at)
select recording.id, 'COMPLETED', 10, '{}', 'detector', repeat('d', 64),
    'classifier', repeat('c', 64), 200, uploaded_at, uploaded_at, uploaded_at
from seen
join core.viewer on viewer.campaign_id = seen.campaign_id and viewer.code = 'v' || n
join core.recording on recording.viewer_id = viewer.id
order by n;
create temporary table ran as
select seen.n, run.id as run_id, run.recording_id, run.queued_month
from seen
join core.viewer on viewer.campaign_id = seen.campaign_id and viewer.code = 'v' || n
join core.recording on recording.viewer_id = viewer.id
join core.analysis_run as run on run.recording_id = recording.id;
insert into agg.viewing (recording_id, analysis_run_id, response, exclusion_reason, observed_s, positive_s,
    negative_s, coverage, attention, settings_version, computed_at)
select recording_id, run_id, response, case when response = 'EXCLUDED' then 'LOW_COVERAGE' end, 18, 9, 2,
    case when response = 'EXCLUDED' then 0.1 else 0.9 end, 0.9, 1, now()
from ran
cross join lateral (
    select (array['POSITIVE', 'POSITIVE', 'NEGATIVE', 'NEUTRAL', 'EXCLUDED'])[1 + n %% 5] as response
) as judged;
insert into agg.viewer_second (analysis_run_id, second_no, observed_share, attentive_share, state,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, valence, arousal, is_in_creative)
select run_id, second_no, 1, 1, (array['POSITIVE', 'NEGATIVE', 'NEUTRAL'])[1 + (n * 7 + second_no) %% 3],
    0.01, 0.01, 0.01, 0.4, 0.01, 0.06, 0.5, 0.3, 0.2, true
from ran
cross join generate_series(0, 19) as second_no;

select core.ensure_frame_month(queued_month) from (select distinct queued_month from ran) as needed;
insert into agg.face_track (analysis_run_id, face_track, first_ms, last_ms, frames, mean_area_px, is_viewer)
select run_id, track, 0, 19900, 180, 10000, track = 1
from ran
cross join generate_series(1, 2) as track
where track = 1 or n %% 20 = 0;
-- Track 1 is missing in every 17th frame; the second face is there in every 5th.
insert into core.frame_observation (analysis_run_id, run_month, media_time_ms, face_track, result, quality_reason,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, dominant_emotion, margin, valence, arousal)
select run_id, queued_month, frame * 100, track, result, case when result = 'LOW_QUALITY' then 'BLURRED' end,
    zero, zero, zero, happiness, zero, zero, 1 - happiness, emotion, zero, zero, zero
from ran
cross join generate_series(0, 199) as frame
cross join generate_series(0, 2) as track
cross join lateral (
    select case when track = 0 then 'NO_FACE' when frame %% 23 = 0 then 'LOW_QUALITY' else 'OBSERVED' end as result
) as seen
cross join lateral (
    select case when result = 'OBSERVED' then (n + frame) %% 100 / 100.0 end as happiness,
        case when result = 'OBSERVED' then 0 end as zero,
        case when result = 'OBSERVED' then case when (n + frame) %% 100 < 50 then 'NEUTRAL' else 'HAPPINESS' end end as emotion
) as judged
where case track
    when 0 then frame %% 17 = 0 and not (n %% 20 = 0 and frame %% 5 = 0)
    when 1 then frame %% 17 > 0
    else n %% 20 = 0 and frame %% 5 = 0
end;
drop table ran, seen;
