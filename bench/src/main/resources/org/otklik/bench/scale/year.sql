-- A year's tests: %1$d campaigns of one creative of 60 s, seen by 50 viewers, spread over twelve months,
-- analysed and summarised; their frames are loaded afterwards.
insert into core.client (code, name) select 'client-' || c, 'Client ' || c from generate_series(0, 9) as c;
insert into core.app_user (login, display_name, password_hash, role) values ('scale', 'Scale', '-', 'ANALYST');
insert into core.media_object (sha256, size_bytes, media_type) values (repeat('0', 64), 1, 'video/mp4');
insert into core.campaign (public_id, client_id, name, created_by)
select gen_random_uuid(), client.id, 'Test ' || t, app_user.id
from generate_series(1, %1$d) as t
join core.client on client.code = 'client-' || t %% 10
cross join core.app_user
order by t;
insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit, min_response_share,
    min_response_s, silent_weight, polarity, baseline_method, smoothing_ms, changed_by)
select id, 1, 0.5, 0.5, 0.05, 1, 0.5,
    '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "HAPPINESS": "POSITIVE", "SADNESS": "NEGATIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
    'NONE', 0, created_by
from core.campaign;
insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms, width_px, height_px,
    frame_rate, created_by)
select gen_random_uuid(), id, 'Ad', repeat('0', 64), 60000, 640, 360, 25, created_by from core.campaign order by id;
insert into core.viewer (campaign_id, code, segments)
select id, 'v' || v, jsonb_build_object('age', (array['18-24', '25-34', '35-44'])[1 + v %% 3], 'sex', (array['f', 'm'])[1 + v %% 2])
from core.campaign, generate_series(1, 50) as v
order by id, v;
insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms, width_px, height_px,
    rotation_degrees, frame_rate, frame_count, created_by, created_at)
select gen_random_uuid(), creative.id, viewer.id, repeat('0', 64), 60000, 640, 360, 0, 25, 1500, creative.created_by,
    date_trunc('month', now()) - interval '11 months'
        + (creative.id - (select min(id) from core.creative)) * interval '11 months 28 days' / %1$d
from core.creative
join core.viewer on viewer.campaign_id = creative.campaign_id
order by creative.id, viewer.id;
insert into core.analysis_run (recording_id, state, sample_hz, vision_settings, detector_name, detector_sha256,
    classifier_name, classifier_sha256, frames_sampled, queued_at, started_at, finished_at)
select id, 'COMPLETED', 10, '{}', 'detector', repeat('d', 64), 'classifier', repeat('c', 64), 600, created_at,
    created_at, created_at
from core.recording
order by id;
insert into agg.face_track select id, 1, 0, 59900, 600, 10000, true from core.analysis_run order by id;
insert into agg.viewing (recording_id, analysis_run_id, response, observed_s, positive_s, negative_s, coverage,
    attention, settings_version, computed_at)
select recording_id, id, (array['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'POSITIVE'])[1 + id %% 4], 60, 20, 10, 1, 1, 1, now()
from core.analysis_run
order by id;
insert into agg.viewer_second (analysis_run_id, second_no, observed_share, attentive_share, state,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, valence, arousal, is_in_creative)
select id, second_no, 1, 1, (array['POSITIVE', 'NEGATIVE', 'NEUTRAL'])[1 + (id * 7 + second_no) %% 3],
    0.01, 0.01, 0.01, 0.4, 0.01, 0.06, 0.5, 0.3, 0.2, true
from core.analysis_run, generate_series(0, 59) as second_no
order by id, second_no;
insert into agg.creative_second (creative_id, second_no, viewers, positive_share, negative_share, neutral_share, eei)
select recording.creative_id, second_no, count(*), avg((viewer_second.state = 'POSITIVE')::integer),
    avg((viewer_second.state = 'NEGATIVE')::integer), avg((viewer_second.state = 'NEUTRAL')::integer),
    100 * (avg((viewer_second.state = 'POSITIVE')::integer) - avg((viewer_second.state = 'NEGATIVE')::integer))
from agg.viewer_second
join core.analysis_run as run on run.id = viewer_second.analysis_run_id
join core.recording on recording.id = run.recording_id
group by recording.creative_id, second_no
order by 1, 2;
insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, engaged, critical, silent,
    emo_nps_k, settings_version, computed_at)
select id, 25, 13, 12, 0, 25, 13, 12, 0.5, 1, now() from core.creative;
select core.ensure_frame_month(month) from (select distinct queued_month as month from core.analysis_run) as needed;
