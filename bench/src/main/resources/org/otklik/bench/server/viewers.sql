-- Analysed viewers of the creative rows.creative, rows.viewers of them, women and men in turn. Women smile in seconds
-- 5 to 9, two of three men look sad in 12 to 14, and nobody does anything else. Nobody is seen in second 17, three
-- viewers in 18. The first two live in Pskov, the others in Tver. One woman more is excluded.
create temporary table watched on commit drop as
select creative.id as creative_id, creative.campaign_id, creative.media_sha256, creative.duration_ms, creative.created_by,
    creative.duration_s as seconds, number,
    'v' || lpad(number::text, 4, '0') as code,
    number > current_setting('rows.viewers')::integer as is_excluded,
    case when number % 2 = 1 then 'female' else 'male' end as sex
from core.creative
cross join generate_series(1, current_setting('rows.viewers')::integer + 1) as number
where creative.public_id = current_setting('rows.creative')::uuid;

insert into core.viewer (campaign_id, code, segments)
select campaign_id, code, jsonb_build_object('sex', case when is_excluded then 'female' else sex end,
    'city', case when number <= 2 then 'Pskov' else 'Tver' end)
from watched
on conflict do nothing;

insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms, width_px, height_px,
    rotation_degrees, frame_rate, frame_count, created_by, created_at)
select gen_random_uuid(), creative_id, viewer.id, media_sha256, duration_ms, 640, 360, 0, 25, 500, watched.created_by, now()
from watched
join core.viewer on viewer.campaign_id = watched.campaign_id and viewer.code = watched.code;

create temporary table ran on commit drop as
select watched.*, recording.id as recording_id
from watched
join core.viewer on viewer.campaign_id = watched.campaign_id and viewer.code = watched.code
join core.recording on recording.viewer_id = viewer.id and recording.creative_id = watched.creative_id;
insert into core.analysis_run (recording_id, state, sample_hz, vision_settings, detector_name, detector_sha256,
    classifier_name, classifier_sha256, frames_sampled, queued_at, started_at, finished_at)
select recording_id, 'COMPLETED', 10, '{}', 'curve-detector', repeat('8', 64), 'curve-classifier', repeat('9', 64), 200,
    now(), now(), now()
from ran;
alter table ran add column run_id bigint;
update ran set run_id = run.id from core.analysis_run as run where run.recording_id = ran.recording_id;

insert into agg.viewing (recording_id, analysis_run_id, response, exclusion_reason, observed_s, positive_s,
    negative_s, coverage, attention, settings_version, computed_at)
select recording_id, run_id,
    case when is_excluded then 'EXCLUDED' when sex = 'female' then 'POSITIVE' when number % 3 > 0 then 'NEGATIVE' else 'NEUTRAL' end,
    case when is_excluded then 'LOW_COVERAGE' end, case when is_excluded then 1 else seconds - 1 end,
    case when sex = 'female' and not is_excluded then 5 else 0 end,
    case when sex = 'male' and number % 3 > 0 and not is_excluded then 3 else 0 end,
    case when is_excluded then 0.05 else 0.95 end, 1, 1, now()
from ran;

create temporary table shown on commit drop as
select run_id, second_no,
    case
        when second_no = 17 or second_no = 18 and number > 3 or is_excluded and second_no > 0 then null
        when sex = 'female' and second_no between 5 and 9 then 'POSITIVE'
        when sex = 'male' and number % 3 > 0 and second_no between 12 and 14 then 'NEGATIVE'
        else 'NEUTRAL'
    end as state,
    0.06 * (hashtext(number || ' ' || second_no) & 1023) / 1024 as more
from ran
cross join lateral generate_series(0, seconds - 1) as second_no;
insert into agg.viewer_second (analysis_run_id, second_no, observed_share, attentive_share, state,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, valence, arousal, smile, mouth_open, eyes_closed, brows_lowered, brows_raised,
    is_in_creative)
select run_id, second_no, case when state is null then 0 else 1 end, case when state is null then 0 else 1 end, state,
    case when state is not null then 0.02 end, case when state is not null then 0.02 end, case when state is not null then 0.02 end,
    case state when 'POSITIVE' then 0.80 + more when 'NEGATIVE' then 0.02 when 'NEUTRAL' then 0.02 + more end,
    case state when 'POSITIVE' then 0.02 when 'NEGATIVE' then 0.80 + more when 'NEUTRAL' then 0.02 end,
    case when state is not null then 0.02 end,
    case state when 'NEUTRAL' then 0.88 - more when 'POSITIVE' then 0.10 - more when 'NEGATIVE' then 0.10 - more end,
    case state when 'POSITIVE' then 0.7 when 'NEGATIVE' then -0.5 when 'NEUTRAL' then 0 end,
    case state when 'POSITIVE' then 0.3 when 'NEGATIVE' then -0.2 when 'NEUTRAL' then 0 end,
    case state when 'POSITIVE' then 0.7 + more when 'NEGATIVE' then 0.02 when 'NEUTRAL' then 0.05 + more end,
    case state when 'POSITIVE' then 0.2 when 'NEGATIVE' then 0.01 when 'NEUTRAL' then 0.02 end,
    case when state is not null then 0.1 + more end,
    case state when 'POSITIVE' then 0.05 when 'NEGATIVE' then 0.4 + more when 'NEUTRAL' then 0.12 end,
    case when state is not null then 0.1 end, true
from shown;
