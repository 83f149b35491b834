-- Views are dropped in reverse order of dependence by R__bi_… files being self-contained: each view
-- reads only core and agg.
drop view if exists bi.dim_campaign;
create view bi.dim_campaign as
select
    campaign.id           as campaign_key,
    campaign.public_id    as campaign_id,
    campaign.name         as campaign_name,
    client.code           as client_code,
    client.name           as client_name,
    campaign.kind         as campaign_kind,
    campaign.is_synthetic,
    campaign.created_at
from core.campaign
join core.client on client.id = campaign.client_id;
comment on view bi.dim_campaign is 'One row per campaign. | Одна строка на кампанию.';
comment on column bi.dim_campaign.campaign_key is 'Surrogate key to join facts by. | Суррогатный ключ для соединения с фактами.';
comment on column bi.dim_campaign.campaign_id is 'Identifier in the portal''s addresses. | Идентификатор в адресах портала.';
comment on column bi.dim_campaign.campaign_name is 'Name of the campaign. | Название кампании.';
comment on column bi.dim_campaign.client_code is 'Short name of the client (brand). | Краткое имя клиента (бренда).';
comment on column bi.dim_campaign.client_name is 'Name of the client (brand). | Название клиента (бренда).';
comment on column bi.dim_campaign.campaign_kind is 'AD: viewers watch a film; ENTRY_EXIT: guests enter and leave. | AD: зрители смотрят ролик; ENTRY_EXIT: гости входят и выходят.';
comment on column bi.dim_campaign.is_synthetic is 'True when its viewers are drawn, not filmed. | Истина, если зрители нарисованы, а не сняты.';
comment on column bi.dim_campaign.created_at is 'When the campaign was made. | Когда кампания создана.';

drop view if exists bi.dim_creative;
create view bi.dim_creative as
select
    creative.id          as creative_key,
    creative.campaign_id as campaign_key,
    creative.public_id   as creative_id,
    creative.name        as creative_name,
    creative.duration_ms,
    score.eei,
    score.eei_low,
    score.eei_high,
    score.emo_nps,
    score.emo_nps_k,
    score.positive as positive_viewings,
    score.negative as negative_viewings,
    score.neutral  as neutral_viewings,
    score.excluded as excluded_viewings,
    score.computed_at
from core.creative
left join agg.creative_score as score on score.creative_id = creative.id;
comment on view bi.dim_creative is 'One row per creative (ad film), with its newest scores. | Одна строка на ролик с последними показателями.';
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
