-- Views of bi do not read each other, so that each file can be run again by itself. All read
-- core.visible_…, which limit named readers to their clients; what is joined to those beside them
-- needs a barrier too, or a fence (see fact_second).
drop view if exists bi.dim_campaign;
create view bi.dim_campaign with (security_barrier) as
select
    campaign.id           as campaign_key,
    campaign.public_id    as campaign_id,
    campaign.name         as campaign_name,
    client.code           as client_code,
    client.name           as client_name,
    campaign.kind         as campaign_kind,
    campaign.is_synthetic,
    campaign.created_at,
    (campaign.created_at at time zone 'UTC')::date as created_date,
    settings.version as settings_version,
    settings.state_threshold,
    settings.coverage_limit,
    settings.min_response_share,
    settings.min_response_s,
    settings.silent_weight as emo_nps_k,
    settings.polarity,
    visible.min_group_size
from core.campaign
join core.visible_campaign as visible on visible.campaign_id = campaign.id
join core.client on client.id = campaign.client_id
join core.campaign_settings as settings
    on settings.campaign_id = campaign.id and settings.version = campaign.settings_version;
comment on view bi.dim_campaign is 'One row per campaign. | Одна строка на кампанию.';
comment on column bi.dim_campaign.campaign_key is 'Surrogate key to join facts by. | Суррогатный ключ для соединения с фактами.';
comment on column bi.dim_campaign.campaign_id is 'Identifier in the portal''s addresses. | Идентификатор в адресах портала.';
comment on column bi.dim_campaign.campaign_name is 'Name of the campaign. | Название кампании.';
comment on column bi.dim_campaign.client_code is 'Short name of the client (brand). | Краткое имя клиента (бренда).';
comment on column bi.dim_campaign.client_name is 'Name of the client (brand). | Название клиента (бренда).';
comment on column bi.dim_campaign.campaign_kind is 'AD: viewers watch a creative; ENTRY_EXIT: guests enter and leave; CALLS: customers are in a video call, and their script stands for the creative. | AD: зрители смотрят ролик; ENTRY_EXIT: гости входят и выходят; CALLS: покупатели говорят по видеосвязи, ролик здесь — их сценарий.';
comment on column bi.dim_campaign.is_synthetic is 'True when its viewers are synthetic, not filmed. | Истина, если зрители синтетические, а не сняты.';
comment on column bi.dim_campaign.created_at is 'When the campaign was created. | Когда кампания создана.';
comment on column bi.dim_campaign.created_date is 'That day, UTC: bi.dim_date. | Этот день по UTC: bi.dim_date.';
comment on column bi.dim_campaign.settings_version is 'Current version of its settings; the figures of bi.fact_score name theirs. | Действующая версия настроек; показатели в bi.fact_score называют свою.';
comment on column bi.dim_campaign.state_threshold is 'Minimum mean probability that makes a second positive or negative. | Минимальная средняя вероятность, при которой секунда положительна или отрицательна.';
comment on column bi.dim_campaign.coverage_limit is 'Minimum coverage for a viewing to count, 0..1. | Минимальное покрытие, при котором контакт учитывается, 0..1.';
comment on column bi.dim_campaign.min_response_share is 'Minimum response as a share of the observed seconds. | Минимальная реакция как доля наблюдавшихся секунд.';
comment on column bi.dim_campaign.min_response_s is 'Minimum response in seconds; the larger of the two applies. | Минимальная реакция в секундах; действует большее из двух.';
comment on column bi.dim_campaign.emo_nps_k is 'K of EmoNPS: weight of silent viewers, 0.2..1. | K в EmoNPS: вес молчунов, 0,2..1.';
comment on column bi.dim_campaign.polarity is 'The group of each emotion as JSON: POSITIVE, NEGATIVE or NEUTRAL. | Группа каждой эмоции в JSON: POSITIVE, NEGATIVE или NEUTRAL.';
comment on column bi.dim_campaign.min_group_size is 'Minimum number of viewers whose figures are shown together; keep to it in queries of your own. | Минимальное число зрителей, чьи показатели показываются вместе; соблюдайте его и в своих запросах.';

drop view if exists bi.dim_creative;
create view bi.dim_creative with (security_barrier) as
select
    creative.id          as creative_key,
    creative.campaign_id as campaign_key,
    creative.public_id   as creative_id,
    creative.name        as creative_name,
    creative.duration_ms,
    creative.duration_s,
    (creative.created_at at time zone 'UTC')::date as created_date
from core.creative
join core.visible_creative as visible on visible.creative_id = creative.id;
comment on view bi.dim_creative is 'One row per creative; its figures: bi.fact_score. | Одна строка на ролик; его показатели: bi.fact_score.';
comment on column bi.dim_creative.creative_key is 'Surrogate key to join facts by. | Суррогатный ключ для соединения с фактами.';
comment on column bi.dim_creative.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_creative.creative_id is 'Identifier in the portal''s addresses. | Идентификатор в адресах портала.';
comment on column bi.dim_creative.creative_name is 'Name of the creative. | Название ролика.';
comment on column bi.dim_creative.duration_ms is 'Length in milliseconds. | Длительность в миллисекундах.';
comment on column bi.dim_creative.duration_s is 'Length in whole seconds, at least 1: what coverage is a share of. | Длительность в целых секундах, не меньше 1: от неё считается покрытие.';
comment on column bi.dim_creative.created_date is 'Day of the upload, UTC: bi.dim_date. | День загрузки по UTC: bi.dim_date.';

drop view if exists bi.dim_viewer;
create view bi.dim_viewer with (security_barrier) as
select
    viewer.viewer_id   as viewer_key,
    viewer.campaign_id as campaign_key,
    viewer.code        as viewer_code,
    viewer.segments    as viewer_segments
from core.visible_viewer as viewer;
comment on view bi.dim_viewer is 'One row per viewer of a campaign. | Одна строка на зрителя кампании.';
comment on column bi.dim_viewer.viewer_key is 'Surrogate key to join facts by, and to count persons by. | Суррогатный ключ для соединения с фактами и для подсчёта людей.';
comment on column bi.dim_viewer.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_viewer.viewer_code is 'The viewer''s pseudonym within the campaign. | Псевдоним зрителя в кампании.';
comment on column bi.dim_viewer.viewer_segments is 'Attributes of the viewer as JSON; one row each: bi.dim_segment. | Признаки зрителя в JSON; по строке на признак: bi.dim_segment.';
