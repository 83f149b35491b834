-- A thousand finished campaigns of the client rows.client, of twenty viewings each, and one without a creative.
insert into core.media_object (sha256, size_bytes, media_type)
values (repeat('0', 64), 1, 'video/mp4') on conflict do nothing;

create temporary table many on commit drop as
with made as (
    insert into core.campaign (public_id, client_id, name, created_by, created_at)
    select gen_random_uuid(), client.id,
        case number when 0 then '100% sure_thing' else 'Campaign ' || to_char(number, 'FM0000') end,
        (select min(id) from core.app_user), now() - interval '1 year' + number * interval '1 hour'
    from core.client, generate_series(0, 999) as number
    where client.code = current_setting('rows.client')
    returning id
)
select id, row_number() over (order by id) - 1 as number from made;

insert into core.campaign (public_id, client_id, name, created_by)
select gen_random_uuid(), id, 'Waiting', (select min(id) from core.app_user)
from core.client where code = current_setting('rows.client');

insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit,
    min_response_share, min_response_s, silent_weight, polarity, baseline_method,
    smoothing_ms, changed_by)
select campaign.id, 1, 0.5, 0.5, 0.05, 1, 0.5,
    '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "HAPPINESS": "POSITIVE", "SADNESS": "NEGATIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
    'NONE', 0, campaign.created_by
from core.campaign
join core.client on client.id = campaign.client_id and client.code = current_setting('rows.client');

insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms,
    width_px, height_px, frame_rate, summary_state, summarised_at, created_by)
select gen_random_uuid(), id, 'Ad', repeat('0', 64), 30000, 640, 360, 25, 'CURRENT', now(),
    (select min(id) from core.app_user)
from many;

insert into core.viewer (campaign_id, code)
select id, 'v' || viewer from many, generate_series(1, 20) as viewer;

insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms,
    width_px, height_px, rotation_degrees, frame_rate, frame_count, created_by)
select gen_random_uuid(), creative.id, viewer.id, repeat('0', 64), 30000, 640, 360, 0, 25, 500,
    (select min(id) from core.app_user)
from many
join core.creative on creative.campaign_id = many.id
join core.viewer on viewer.campaign_id = many.id;

insert into core.analysis_run (recording_id, state, sample_hz, vision_settings, progress_ms)
select recording.id, 'COMPLETED', 10, '{}', 30000
from many
join core.creative on creative.campaign_id = many.id
join core.recording on recording.creative_id = creative.id;

insert into agg.viewing (recording_id, analysis_run_id, response, observed_s, positive_s,
    negative_s, coverage, computed_at, settings_version)
select recording.id, run.id, 'NEUTRAL', 19, 0, 0, 0.95, now(), 1
from many
join core.creative on creative.campaign_id = many.id
join core.recording on recording.creative_id = creative.id
join core.analysis_run as run on run.recording_id = recording.id;

insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, eei,
    engaged, critical, silent, emo_nps, emo_nps_k, computed_at, settings_version)
select creative.id, share.positive, 20 - share.positive, 0, 0, 10 * share.positive - 100,
    share.positive, 20 - share.positive, 0, 10 * share.positive - 100, 0.5, now(), 1
from many
join core.creative on creative.campaign_id = many.id
cross join lateral (
    select case many.number when 19 then 20 else (many.number % 19)::integer end as positive
) as share;

insert into agg.creative_second (creative_id, second_no, viewers, positive_share)
select creative.id, second_no, 20, second_no / 20.0
from many
join core.creative on creative.campaign_id = many.id
cross join generate_series(0, 19) as second_no;
