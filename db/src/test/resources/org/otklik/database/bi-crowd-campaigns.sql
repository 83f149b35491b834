-- Three clients with a campaign each, and eight small campaigns more of the first: what questions are asked of.
insert into core.client (code, name) values ('crowd', 'Crowd Brand'), ('rival', 'Rival Brand'), ('demo', 'Demo Brand');
insert into core.app_user (login, display_name, password_hash, role) values ('crowd', 'Crowd', '-', 'ANALYST');
insert into core.media_object (sha256, size_bytes, media_type) values (repeat('0', 64), 1, 'video/mp4');
insert into core.campaign (public_id, client_id, name, created_by)
select gen_random_uuid(), client.id, campaign.name, app_user.id
from (
    values ('crowd', 'Crowd'), ('rival', 'Rival'), ('demo', 'Demo')
    union all
    select 'crowd', 'Small ' || number from generate_series(1, 8) as number
) as campaign (client_code, name)
join core.client on client.code = campaign.client_code
cross join core.app_user;
insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit, min_response_share,
    min_response_s, silent_weight, polarity, baseline_method, smoothing_ms, changed_by)
select id, 1, 0.5, 0.5, 0.05, 1, 0.5,
    '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "HAPPINESS": "POSITIVE", "SADNESS": "NEGATIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
    'NONE', 0, created_by
from core.campaign;
insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms, width_px, height_px,
    frame_rate, created_by)
select gen_random_uuid(), campaign.id, ad.name, repeat('0', 64), 20000, 640, 360, 25, campaign.created_by
from core.campaign
join (values ('A', true), ('B', false), ('C', false)) as ad (name, is_of_all)
    on ad.is_of_all or campaign.name in ('Crowd', 'Rival', 'Demo');
insert into agg.creative_scene (creative_id, scene_no, start_ms)
select creative.id, scene_no, (scene_no - 1) * 4000
from core.creative
cross join generate_series(1, 5) as scene_no;
insert into agg.creative_second (creative_id, second_no, viewers, positive_share, negative_share, neutral_share, eei)
select creative.id, second_no, 20, 0.5, 0.25, 0.25, 25
from core.creative
cross join generate_series(0, 19) as second_no;
insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, engaged, critical, silent,
    emo_nps_k, settings_version, computed_at)
select id, 20, 10, 10, 1, 20, 10, 10, 0.5, 1, now() from core.creative;
insert into agg.moment (creative_id, ordinal, kind, start_second_no, end_second_no, peak_second_no, peak_share,
    curve_median)
select id, 1, 'POSITIVE', 3, 6, 4, 0.6, 0.1 from core.creative;
