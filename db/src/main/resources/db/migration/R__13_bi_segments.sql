-- A segment is a pair of name and value that the client gave to a viewer.
drop view if exists bi.dim_segment;
create view bi.dim_segment with (security_barrier) as
select distinct
    core.segment_key(viewer.campaign_id, attribute.key, attribute.value) as segment_key,
    viewer.campaign_id as campaign_key,
    attribute.key      as segment_name,
    attribute.value    as segment_value
from core.visible_viewer as viewer
cross join lateral jsonb_each_text(viewer.segments) as attribute;
comment on view bi.dim_segment is 'One row per campaign and attribute of viewers: a name with a value. | Одна строка на кампанию и признак зрителей: имя со значением.';
comment on column bi.dim_segment.segment_key is 'Key to join bi.bridge_viewing_segment by. | Ключ для соединения с bi.bridge_viewing_segment.';
comment on column bi.dim_segment.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_segment.segment_name is 'Name of the attribute, for example age. | Имя признака, например age.';
comment on column bi.dim_segment.segment_value is 'Its value, for example 25-34. | Его значение, например 25-34.';

drop view if exists bi.bridge_viewing_segment;
create view bi.bridge_viewing_segment with (security_barrier) as
select
    recording.id as viewing_key,
    core.segment_key(viewer.campaign_id, attribute.key, attribute.value) as segment_key,
    viewer.campaign_id as campaign_key
from core.recording
join core.creative on creative.id = recording.creative_id and case when creative.deleted_at is null then 1 end is not null
join core.visible_viewer as viewer on viewer.viewer_id = recording.viewer_id
cross join lateral jsonb_each_text(viewer.segments) as attribute;
comment on view bi.bridge_viewing_segment is 'One row per viewing and attribute of its viewer: a viewing is in as many segments as its viewer has attributes, so do not add up over names. | Одна строка на контакт и признак его зрителя: контакт входит в столько сегментов, сколько признаков у зрителя, поэтому разные имена не складываются.';
comment on column bi.bridge_viewing_segment.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.bridge_viewing_segment.segment_key is 'The segment: bi.dim_segment. | Сегмент: bi.dim_segment.';
comment on column bi.bridge_viewing_segment.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
