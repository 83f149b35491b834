-- At which half seconds of each creative was surprise most probable? The frames of the creative to look at.
-- На каких полусекундах ролика выражение удивления вероятнее всего? Эти кадры ролика и стоит посмотреть.
with of_viewer as (
    select creative_key, viewer_key, floor(creative_time_ms / 500.0) * 0.5 as from_s,
        avg(surprise_probability) as surprise
    from bi.fact_frame
    where is_counted and frame_result = 'OBSERVED' and creative_time_ms >= 0
    group by creative_key, viewer_key, from_s
),
of_creative as (
    select creative_key, from_s, avg(surprise) as surprise, count(*) as viewers
    from of_viewer
    group by creative_key, from_s
),
ranked as (
    select *, row_number() over (partition by creative_key order by surprise desc, from_s) as place
    from of_creative
    join bi.dim_creative using (creative_key)
    join bi.dim_campaign using (campaign_key)
    where viewers >= min_group_size and from_s < duration_s
)
select campaign_name, creative_name, place, from_s, surprise, viewers
from ranked
where place <= 3
order by campaign_name, creative_name, place;
