-- The worked example of the metrics, in rows: ad A has ten viewings that count, 6 positive, 2
-- negative, 2 neutral, and one excluded; ad B five, 2, 2 and 1, of other viewers.
insert into core.client (code, name) values ('it-spring', 'Spring Brand'), ('it-rival', 'Rival Brand');
insert into core.app_user (login, display_name, password_hash, role) values ('it-spring', 'Spring', '-', 'ANALYST');
insert into core.media_object (sha256, size_bytes, media_type) values (repeat('0', 64), 1, 'video/mp4')
on conflict do nothing;
insert into core.campaign (public_id, client_id, name, created_by, created_at)
select gen_random_uuid(), client.id, campaign.name, app_user.id, '2026-09-30 23:30+00'
from (values ('it-spring', 'IT Spring'), ('it-rival', 'IT Rival')) as campaign (client_code, name)
join core.client on client.code = campaign.client_code
cross join core.app_user
where app_user.login = 'it-spring';
insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit, min_response_share,
    min_response_s, silent_weight, polarity, baseline_method, smoothing_ms, changed_by)
select id, 1, 0.5, 0.5, 0.05, 1, 0.5,
    '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "HAPPINESS": "POSITIVE", "SADNESS": "NEGATIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
    'NONE', 0, created_by
from core.campaign
where name in ('IT Spring', 'IT Rival');
insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms, width_px, height_px,
    frame_rate, created_by)
select gen_random_uuid(), campaign.id, ad.name, repeat('0', 64), ad.duration_ms, 640, 360, 25, campaign.created_by
from (values ('IT Spring', 'A', 2600), ('IT Spring', 'B', 3000), ('IT Rival', 'A', 3000))
    as ad (campaign_name, name, duration_ms)
join core.campaign on campaign.name = ad.campaign_name
order by campaign.id, ad.name;

insert into core.creative_mark (public_id, creative_id, lane, name, begin_ms, end_ms, created_by, changed_by)
select gen_random_uuid(), creative.id, 'BRAND', 'Logo', 500, 1500, creative.created_by, creative.created_by
from core.creative
join core.campaign on campaign.id = creative.campaign_id
where campaign.name in ('IT Spring', 'IT Rival');

insert into core.trailer (public_id, creative_id, name, settings, p_value, chance_level, created_by, changed_by)
select gen_random_uuid(), creative.id, 'Short', '{}', 0.01, 0.8, creative.created_by, creative.created_by
from core.creative
join core.campaign on campaign.id = creative.campaign_id
where campaign.name in ('IT Spring', 'IT Rival');
insert into core.trailer_shot (trailer_id, place, begin_ms, end_ms, is_locked, score, score_low, score_high, viewers, is_outstanding)
select trailer.id, shot.place, shot.place * 1000, shot.place * 1000 + 900, false, 1.2, 0.9, 1.5, 5, true
from core.trailer
cross join (values (0), (1)) as shot (place);

-- One line a viewer: the response of the viewing, and answers. The rival's two are fewer than may be shown.
create temporary table said on commit drop as
select * from (values
    ('IT Spring', 'A', 'a01', 'POSITIVE', '25-34', 'f', timestamptz '2026-10-31 23:59+00', 10, 5),
    ('IT Spring', 'A', 'a02', 'POSITIVE', '25-34', 'm', '2026-10-05 12:00+00', 10, 4),
    ('IT Spring', 'A', 'a03', 'POSITIVE', '25-34', 'f', '2026-10-05 12:00+00', 9, 4),
    ('IT Spring', 'A', 'a04', 'POSITIVE', '25-34', 'm', '2026-10-05 12:00+00', 9, 5),
    ('IT Spring', 'A', 'a05', 'POSITIVE', '25-34', 'f', '2026-10-05 12:00+00', 8, 4),
    ('IT Spring', 'A', 'a06', 'POSITIVE', '35-44', 'm', '2026-11-05 12:00+00', 8, null),
    ('IT Spring', 'A', 'a07', 'NEGATIVE', '35-44', 'f', '2026-11-05 12:00+00', 2, null),
    ('IT Spring', 'A', 'a08', 'NEGATIVE', '35-44', 'm', '2026-11-05 12:00+00', 3, null),
    ('IT Spring', 'A', 'a09', 'NEUTRAL',  '35-44', 'f', '2026-11-05 12:00+00', 7, null),
    ('IT Spring', 'A', 'a10', 'NEUTRAL',  '35-44', 'm', '2026-11-05 12:00+00', 7, null),
    ('IT Spring', 'A', 'a11@mail.example', 'EXCLUDED', '35-44', 'f', '2026-11-05 12:00+00', null, null),
    ('IT Spring', 'B', 'b01', 'POSITIVE', '45+',   'f', '2026-11-05 12:00+00', null, null),
    ('IT Spring', 'B', 'b02', 'POSITIVE', '45+',   'f', '2026-11-05 12:00+00', null, null),
    ('IT Spring', 'B', 'b03', 'NEGATIVE', '45+',   'f', '2026-11-05 12:00+00', null, null),
    ('IT Spring', 'B', 'b04', 'NEGATIVE', '45+',   'f', '2026-11-05 12:00+00', null, null),
    ('IT Spring', 'B', 'b05', 'NEUTRAL',  '45+',   'f', '2026-11-05 12:00+00', null, null),
    ('IT Rival',  'A', 'r01', 'POSITIVE', '25-34', 'f', '2026-11-05 12:00+00', 10, 5),
    ('IT Rival',  'A', 'r02', 'POSITIVE', '25-34', 'm', '2026-11-05 12:00+00', 10, 5)
) as said (campaign_name, ad, code, response, age, sex, uploaded_at, nps, csat);

insert into core.viewer (campaign_id, code, segments, nps_answer, csat_answer, answered_at)
select campaign.id, code,
    jsonb_build_object('age', age, 'sex', sex) || case when code like '%@%' then jsonb_build_object('mail', code) else '{}' end,
    nps, csat, case when coalesce(nps, csat) is not null then timestamptz '2026-11-10 08:00+00' end
from said
join core.campaign on campaign.name = said.campaign_name;

insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms, width_px, height_px,
    rotation_degrees, frame_rate, frame_count, created_by, created_at)
select gen_random_uuid(), creative.id, viewer.id, repeat('0', 64), 3000, 640, 360, 0, 25, 75, creative.created_by,
    said.uploaded_at
from said
join core.campaign on campaign.name = said.campaign_name
join core.creative on creative.campaign_id = campaign.id and creative.name = said.ad
join core.viewer on viewer.campaign_id = campaign.id and viewer.code = said.code;

create temporary table ran on commit drop as
select recording.id as recording_id, recording.creative_id, said.*
from said
join core.campaign on campaign.name = said.campaign_name
join core.viewer on viewer.campaign_id = campaign.id and viewer.code = said.code
join core.recording on recording.viewer_id = viewer.id;

insert into core.analysis_run (recording_id, state, sample_hz, vision_settings, detector_name, detector_sha256,
    classifier_name, classifier_sha256, frames_sampled, queued_at, started_at, finished_at)
select recording_id, 'COMPLETED', 10, '{}', 'it-detector-1', repeat('d', 64),
    case campaign_name when 'IT Rival' then 'it-classifier-2' else 'it-classifier-1' end,
    case campaign_name when 'IT Rival' then repeat('e', 64) else repeat('c', 64) end, 6,
    uploaded_at, uploaded_at, uploaded_at
from ran;
alter table ran add column run_id bigint;
update ran set run_id = run.id from core.analysis_run as run where run.recording_id = ran.recording_id;

insert into agg.viewing (recording_id, analysis_run_id, response, exclusion_reason, observed_s, positive_s,
    negative_s, coverage, attention, settings_version, computed_at)
select recording_id, run_id, response, case when response = 'EXCLUDED' then 'LOW_COVERAGE' end,
    case response when 'EXCLUDED' then 1 else 3 end, case response when 'POSITIVE' then 2 else 0 end,
    case response when 'NEGATIVE' then 1 else 0 end, case response when 'EXCLUDED' then 1 / 3.0 else 1 end, 1, 1, now()
from ran;

-- Positive viewers like seconds 1 and 2; those against A dislike 2, those against B 0. Two look away in 2.
insert into agg.viewer_second (analysis_run_id, second_no, observed_share, attentive_share, state,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, valence, arousal, is_in_creative)
select run_id, second_no, 1, case when second_no = 2 and code in ('a09', 'a10') then 0.2 else 1 end,
    case
        when response = 'POSITIVE' and second_no > 0 then 'POSITIVE'
        when response = 'NEGATIVE' and second_no = case ad when 'A' then 2 else 0 end then 'NEGATIVE'
        else 'NEUTRAL'
    end, 0, 0, 0, 0, 0, 0, 1, 0, 0, true
from ran
cross join generate_series(0, 2) as second_no
where response <> 'EXCLUDED' or second_no = 0;

-- Viewers speak in second 1.
insert into core.voice_analysis (analysis_run_id, finding, model_name, model_sha256, speech_ms, creative_ms)
select run_id, 'HEARD', 'it-voice-1', 'it-voice-1', 3000, 0 from ran;
insert into core.voice_window (analysis_run_id, start_ms, speech_share, creative_share,
    angry_probability, sad_probability, neutral_probability, positive_probability, agitated_probability, agitation)
select run_id, 0, 1, 0, 0.25, 0.25, 0.25, 0.25, 0.5, 0 from ran;
insert into agg.voice_second (analysis_run_id, second_no, heard_share, state,
    angry_probability, sad_probability, neutral_probability, positive_probability, agitation, is_in_creative)
select run_id, 1, 1, case response when 'EXCLUDED' then 'NEUTRAL' else response end, 0.25, 0.25, 0.25, 0.25, 0, true
from ran;

-- As if they were calls.
insert into agg.call_second (analysis_run_id, second_no, face_weight, positive_probability, neutral_probability,
    negative_probability, state)
select run_id, 1, 0.5, 0.5, 0.3, 0.2, 'POSITIVE' from ran;
insert into agg.call_moment (analysis_run_id, kind, from_second, until_second, strength)
select run_id, 'AGITATION', 0, 2, 0.4 from ran;
insert into agg.call_course (analysis_run_id, side, beginning, worst, worst_second, ending, known_seconds, tones)
select run_id, 'FACE', 0.1, -0.5, 1, 0.2, 20, '{0.1, null, 0.2}' from ran;

select core.ensure_frame_month(month) from (values (date '2026-10-01'), ('2026-11-01')) as needed (month);
insert into agg.face_track (analysis_run_id, face_track, first_ms, last_ms, frames, mean_area_px, is_viewer)
select run_id, 1, 0, 2500, 6, 10000, true from ran;
insert into core.frame_observation (analysis_run_id, media_time_ms, face_track, result,
    anger_probability, disgust_probability, fear_probability, happiness_probability, sadness_probability,
    surprise_probability, neutral_probability, dominant_emotion, margin, valence, arousal, run_month)
select run_id, time_ms, 1, 'OBSERVED', 0, 0, 0, 0, 0, surprise, 1 - surprise, 'NEUTRAL', 0, 0, 0, run.queued_month
from ran
join core.analysis_run as run on run.id = run_id
cross join (values (0, 0.25), (500, 0), (1000, 0.125), (1500, 0.75), (2000, 0), (2500, 0)) as frame (time_ms, surprise);

-- What summarise-creative makes of it: A has a cut, the others have no scenes yet.
insert into agg.creative_scene (creative_id, scene_no, start_ms)
select creative.id, scene.scene_no, scene.start_ms
from core.creative
join core.campaign on campaign.id = creative.campaign_id
cross join (values (1, 0), (2, 1700)) as scene (scene_no, start_ms)
where campaign.name = 'IT Spring' and creative.name = 'A';
insert into agg.creative_second (creative_id, second_no, viewers, positive_share, negative_share, neutral_share, eei)
select creative_id, second_no, count(state), avg((state = 'POSITIVE')::integer), avg((state = 'NEGATIVE')::integer),
    avg((state = 'NEUTRAL')::integer),
    100 * (avg((state = 'POSITIVE')::integer) - avg((state = 'NEGATIVE')::integer))
from ran
join agg.viewer_second on viewer_second.analysis_run_id = ran.run_id
where response <> 'EXCLUDED'
group by creative_id, second_no;
insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, eei, eei_low, eei_high,
    engaged, critical, silent, emo_nps, emo_nps_low, emo_nps_high, emo_nps_k, peak,
    settings_version, computed_at)
select creative_id, positive, negative, neutral, excluded, 100.0 * (positive - negative) / n, -10, 90,
    positive, negative, neutral, 100.0 * (positive - negative - 0.5 * neutral) / n, -20, 80, 0.5, 0.6, 1, now()
from (
    select creative_id,
        count(*) filter (where response = 'POSITIVE') as positive,
        count(*) filter (where response = 'NEGATIVE') as negative,
        count(*) filter (where response = 'NEUTRAL')  as neutral,
        count(*) filter (where response = 'EXCLUDED') as excluded,
        count(*) filter (where response <> 'EXCLUDED') as n
    from ran
    group by creative_id
) as counted;
insert into agg.moment (creative_id, ordinal, kind, start_second_no, end_second_no, peak_second_no, peak_share,
    curve_median)
select distinct creative_id, 1, 'POSITIVE', 1, 3, 1, 0.6, 0.1 from ran;
insert into agg.emotion_peak (creative_id, emotion, ordinal, second_no, mean_probability, lift)
select distinct creative_id, 'SURPRISE', 1, 1, 0.4, 0.2 from ran;

-- Two studies that ask for the same scale, the newer one with seven steps, and for a text.
insert into core.study (public_id, link_code, campaign_id, name, play_order, min_age, asks_nps, asks_csat, questions, created_by)
select gen_random_uuid(), campaign.name || study.steps, campaign.id, 'Wave', 'FIXED', 18, true, false,
    jsonb_build_array(
        jsonb_build_object('attribute', 'liked', 'kind', 'SCALE', 'steps', study.steps, 'en', 'How did you like it?', 'ru', 'Понравилось?'),
        jsonb_build_object('attribute', 'why', 'kind', 'TEXT', 'en', 'Why?', 'ru', 'Почему?')),
    campaign.created_by
from core.campaign
cross join (values (5), (7)) as study (steps)
where campaign.name in ('IT Spring', 'IT Rival')
order by study.steps;
update core.viewer set study_answers = '{"liked": "6", "why": "9"}'
from core.campaign
where campaign.id = viewer.campaign_id and campaign.name in ('IT Spring', 'IT Rival');
