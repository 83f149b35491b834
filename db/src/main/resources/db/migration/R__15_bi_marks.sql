-- What analysts marked; their notes are for the portal.
drop view if exists bi.dim_mark;
create view bi.dim_mark with (security_barrier) as
select
    mark.id             as mark_key,
    mark.creative_id    as creative_key,
    visible.campaign_id as campaign_key,
    mark.lane           as mark_lane,
    mark.name           as mark_name,
    mark.begin_ms       as mark_begin_ms,
    mark.end_ms         as mark_end_ms
from core.creative_mark as mark
join core.visible_creative as visible on visible.creative_id = mark.creative_id;
comment on view bi.dim_mark is 'One row per mark of analysts: a stretch of a creative in which something is seen or heard. | Одна строка на отметку аналитиков: отрезок ролика, на котором что-то видно или слышно.';
comment on column bi.dim_mark.mark_key is 'Surrogate key. | Суррогатный ключ.';
comment on column bi.dim_mark.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.dim_mark.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_mark.mark_lane is 'BRAND, PACKSHOT, VOICE_OVER, CLAIM, or OTHER, which mark_name tells. | BRAND — бренд, PACKSHOT — пэкшот, VOICE_OVER — голос за кадром, CLAIM — обещание или OTHER — то, что названо в mark_name.';
comment on column bi.dim_mark.mark_name is 'Short text of the mark; may be empty. | Короткий текст отметки; может быть пустым.';
comment on column bi.dim_mark.mark_begin_ms is 'Where it begins, in milliseconds of the creative; seconds of bi.dim_second that begin before its end and end after its beginning are touched by it. | Начало в миллисекундах ролика; её касаются секунды bi.dim_second, которые начинаются до её конца и кончаются после её начала.';
comment on column bi.dim_mark.mark_end_ms is 'Where it ends. | Конец.';
