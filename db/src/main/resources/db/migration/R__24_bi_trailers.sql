-- The shots of trailers.
drop view if exists bi.fact_trailer_shot;
create view bi.fact_trailer_shot with (security_barrier) as
select
    trailer.id * 1000 + shot.place    as trailer_shot_key,
    trailer.id                        as trailer_key,
    trailer.creative_id               as creative_key,
    visible.campaign_id               as campaign_key,
    trailer.name                      as trailer_name,
    shot.place + 1                    as shot_no,
    shot.begin_ms                     as shot_begin_ms,
    shot.end_ms                       as shot_end_ms,
    shot.score                        as response_score,
    shot.score_low                    as response_score_low,
    shot.score_high                   as response_score_high,
    shot.viewers                      as viewers,
    shot.is_outstanding               as is_outstanding,
    trailer.p_value                   as trailer_p_value,
    trailer.changed_at                as computed_at
from core.trailer
join core.trailer_shot as shot on shot.trailer_id = trailer.id
join core.visible_creative as visible on visible.creative_id = trailer.creative_id;
comment on view bi.fact_trailer_shot is 'One row per shot of a trailer that is cut from a creative. | Одна строка на фрагмент трейлера, собранного из ролика.';
comment on column bi.fact_trailer_shot.trailer_shot_key is 'Key of the row, as one number. | Ключ строки одним числом.';
comment on column bi.fact_trailer_shot.trailer_key is 'The trailer. | Трейлер.';
comment on column bi.fact_trailer_shot.creative_key is 'The creative it is cut from: bi.dim_creative. | Ролик, из которого он собран: bi.dim_creative.';
comment on column bi.fact_trailer_shot.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_trailer_shot.trailer_name is 'Name of the trailer. | Название трейлера.';
comment on column bi.fact_trailer_shot.shot_no is 'Its place in the trailer, from 1. | Место в трейлере, с 1.';
comment on column bi.fact_trailer_shot.shot_begin_ms is 'Where it begins, in milliseconds of the creative. | Начало в миллисекундах ролика.';
comment on column bi.fact_trailer_shot.shot_end_ms is 'Where it ends. | Конец.';
comment on column bi.fact_trailer_shot.response_score is 'Mean response of its time, in standard deviations of a viewer''s second from the viewer''s own mean; empty where a part of it has too few viewers. | Средняя реакция на фрагменте в стандартных отклонениях секунды зрителя от его собственного среднего; пусто, если на части фрагмента зрителей слишком мало.';
comment on column bi.fact_trailer_shot.response_score_low is 'Mean of its seconds'' lower 95% limits; empty of fewer than three viewers. | Среднее нижних границ 95%-ных интервалов его секунд; пусто, если зрителей меньше трёх.';
comment on column bi.fact_trailer_shot.response_score_high is 'Mean of its seconds'' upper 95% limits. | Среднее верхних границ.';
comment on column bi.fact_trailer_shot.viewers is 'The fewest viewers of any of its seconds. | Наименьшее число зрителей среди его секунд.';
comment on column bi.fact_trailer_shot.is_outstanding is 'True when one of its seconds is above what chance gives. | Истина, если одна из его секунд выше того, что даёт случайность.';
comment on column bi.fact_trailer_shot.trailer_p_value is 'How often chance alone gives a response as strong as the creative''s strongest. | Как часто случайность даёт реакцию не слабее самой сильной в ролике.';
comment on column bi.fact_trailer_shot.computed_at is 'When the trailer was last saved. | Когда трейлер сохранён в последний раз.';
