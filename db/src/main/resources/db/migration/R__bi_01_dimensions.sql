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
    settings.least_trace_share,
    settings.least_trace_seconds,
    settings.silent_weight as emo_nps_k,
    settings.polarity,
    visible.least_group_size
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
comment on column bi.dim_campaign.campaign_kind is 'AD: viewers watch a film; ENTRY_EXIT: guests enter and leave. | AD: зрители смотрят ролик; ENTRY_EXIT: гости входят и выходят.';
comment on column bi.dim_campaign.is_synthetic is 'True when its viewers are drawn, not filmed. | Истина, если зрители нарисованы, а не сняты.';
comment on column bi.dim_campaign.created_at is 'When the campaign was made. | Когда кампания создана.';
comment on column bi.dim_campaign.created_date is 'That day, UTC: bi.dim_date. | Этот день по UTC: bi.dim_date.';
comment on column bi.dim_campaign.settings_version is 'Version of its settings that holds; the figures of bi.fact_score name theirs. | Действующая версия настроек; показатели в bi.fact_score называют свою.';
comment on column bi.dim_campaign.state_threshold is 'Least mean probability that makes a second positive or negative. | Наименьшая средняя вероятность, при которой секунда положительна или отрицательна.';
comment on column bi.dim_campaign.coverage_limit is 'Least coverage for a contact to count, 0..1. | Наименьшее покрытие, при котором контакт учитывается, 0..1.';
comment on column bi.dim_campaign.least_trace_share is 'Least trace as a share of the observed seconds. | Наименьший след как доля наблюдавшихся секунд.';
comment on column bi.dim_campaign.least_trace_seconds is 'Least trace in seconds; the larger of the two holds. | Наименьший след в секундах; действует большее из двух.';
comment on column bi.dim_campaign.emo_nps_k is 'K of EmoNPS: weight of silent viewers, 0.2..1. | K в EmoNPS: вес молчунов, 0,2..1.';
comment on column bi.dim_campaign.polarity is 'The group of each emotion as JSON: POSITIVE, NEGATIVE or NEUTRAL. | Группа каждой эмоции в JSON: POSITIVE, NEGATIVE или NEUTRAL.';
comment on column bi.dim_campaign.least_group_size is 'Fewest viewers whose figures are shown together; keep to it in queries of your own. | Наименьшее число зрителей, чьи показатели показываются вместе; соблюдайте его и в своих запросах.';

drop view if exists bi.dim_creative;
create view bi.dim_creative with (security_barrier) as
select
    creative.id          as creative_key,
    creative.campaign_id as campaign_key,
    creative.public_id   as creative_id,
    creative.name        as creative_name,
    creative.duration_ms,
    shown.eei,
    shown.eei_low,
    shown.eei_high,
    shown.emo_nps,
    score.emo_nps_k,
    shown.positive as positive_viewings,
    shown.negative as negative_viewings,
    shown.neutral  as neutral_viewings,
    score.excluded as excluded_viewings,
    score.computed_at,
    visible.duration_s,
    (creative.created_at at time zone 'UTC')::date as created_date
from core.creative
join core.visible_creative as visible on visible.creative_id = creative.id
left join agg.creative_score as score on score.creative_id = creative.id
left join agg.creative_score as shown on shown.creative_id = creative.id and visible.is_shown;
comment on view bi.dim_creative is 'One row per creative (ad film), with its newest scores, empty where fewer than dim_campaign.least_group_size viewers count; more of them: bi.fact_score. | Одна строка на ролик с последними показателями; они пусты, если учтено меньше dim_campaign.least_group_size зрителей; остальные: bi.fact_score.';
comment on column bi.dim_creative.creative_key is 'Surrogate key to join facts by. | Суррогатный ключ для соединения с фактами.';
comment on column bi.dim_creative.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_creative.creative_id is 'Identifier in the portal''s addresses. | Идентификатор в адресах портала.';
comment on column bi.dim_creative.creative_name is 'Name of the creative. | Название ролика.';
comment on column bi.dim_creative.duration_ms is 'Length in milliseconds. | Длительность в миллисекундах.';
comment on column bi.dim_creative.eei is 'Index of emotional experience, -100..100. | Индекс эмоционального опыта (ИЭО), -100..100.';
comment on column bi.dim_creative.eei_low is 'Lower end of its 95 % interval. | Нижняя граница 95 % интервала.';
comment on column bi.dim_creative.eei_high is 'Upper end of its 95 % interval. | Верхняя граница 95 % интервала.';
comment on column bi.dim_creative.emo_nps is 'EmoNPS at K = emo_nps_k. | EmoNPS при K = emo_nps_k.';
comment on column bi.dim_creative.emo_nps_k is 'Weight K of silent viewers. | Вес K молчунов.';
comment on column bi.dim_creative.positive_viewings is 'Contacts with a positive trace. | Контакты с положительным следом.';
comment on column bi.dim_creative.negative_viewings is 'Contacts with a negative trace. | Контакты с отрицательным следом.';
comment on column bi.dim_creative.neutral_viewings is 'Silent contacts. | Контакты-молчуны.';
comment on column bi.dim_creative.excluded_viewings is 'Excluded contacts. | Исключённые контакты.';
comment on column bi.dim_creative.computed_at is 'When the scores were computed. | Когда показатели вычислены.';
comment on column bi.dim_creative.duration_s is 'Length in whole seconds, at least 1: what coverage is a share of. | Длительность в целых секундах, не меньше 1: от неё считается покрытие.';
comment on column bi.dim_creative.created_date is 'Day of the upload, UTC: bi.dim_date. | День загрузки по UTC: bi.dim_date.';
