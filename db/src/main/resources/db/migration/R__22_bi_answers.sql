drop view if exists bi.fact_answer;
create view bi.fact_answer with (security_barrier) as
select
    viewer.campaign_id as campaign_key,
    viewer.nps_answer,
    viewer.csat_answer,
    viewer.answered_at,
    viewer.id          as viewer_key,
    (viewer.answered_at at time zone 'UTC')::date as answered_date
from core.viewer
join core.visible_viewer as visible on visible.viewer_id = viewer.id
where viewer.answered_at is not null;
comment on view bi.fact_answer is 'One row per viewer who answered. | Одна строка на ответившего зрителя.';
comment on column bi.fact_answer.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_answer.nps_answer is 'How likely the viewer is to recommend, 0..10; empty when not asked. | Готовность рекомендовать, 0..10; пусто, если не спрашивали.';
comment on column bi.fact_answer.csat_answer is 'How satisfied the viewer is, 1..5; empty when not asked. | Удовлетворённость, 1..5; пусто, если не спрашивали.';
comment on column bi.fact_answer.answered_at is 'When an answer was last stored. | Когда ответ сохранён в последний раз.';
comment on column bi.fact_answer.viewer_key is 'The viewer: bi.dim_viewer. | Зритель: bi.dim_viewer.';
comment on column bi.fact_answer.answered_date is 'That day, UTC: bi.dim_date. | Этот день по UTC: bi.dim_date.';
