-- What viewers answered to the scales of studies. Texts are left to the portal: they may name persons.
drop view if exists bi.fact_scale_answer;
create view bi.fact_scale_answer with (security_barrier) as
select
    viewer.campaign_id as campaign_key,
    viewer.id          as viewer_key,
    scale.question,
    case when answer.value ~ '^\d{1,2}$' then answer.value::smallint end as scale_answer,
    scale.steps,
    scale.question_en,
    scale.question_ru
from core.viewer
join core.visible_viewer as visible on visible.viewer_id = viewer.id
cross join lateral jsonb_each_text(viewer.study_answers) as answer
join (
    select distinct on (study.campaign_id, question.value ->> 'attribute')
        study.campaign_id,
        question.value ->> 'attribute'       as question,
        (question.value ->> 'steps')::smallint as steps,
        question.value ->> 'en'              as question_en,
        question.value ->> 'ru'              as question_ru
    from core.study
    cross join lateral jsonb_array_elements(study.questions) as question
    where case when question.value ->> 'kind' = 'SCALE' then 1 end is not null
    order by study.campaign_id, question.value ->> 'attribute', study.id desc
) as scale on scale.campaign_id = viewer.campaign_id and scale.question = answer.key
where case when answer.value ~ '^\d{1,2}$' then 1 end is not null;
comment on view bi.fact_scale_answer is 'One row per viewer and scale of a study that the viewer answered. | Одна строка на зрителя и шкалу исследования, на которую он ответил.';
comment on column bi.fact_scale_answer.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_scale_answer.viewer_key is 'The viewer: bi.dim_viewer. | Зритель: bi.dim_viewer.';
comment on column bi.fact_scale_answer.question is 'Name of the question; the same name in two studies of a campaign is one question. | Имя вопроса; одно имя в двух исследованиях кампании — один вопрос.';
comment on column bi.fact_scale_answer.scale_answer is 'The answer, from 1. | Ответ, от 1.';
comment on column bi.fact_scale_answer.steps is 'The highest possible answer. | Наибольший возможный ответ.';
comment on column bi.fact_scale_answer.question_en is 'The question in English, of the newest study. | Вопрос по-английски, из новейшего исследования.';
comment on column bi.fact_scale_answer.question_ru is 'The question in Russian, of the newest study. | Вопрос по-русски, из новейшего исследования.';
