-- The course of calls: of visible runs only, read run by run ("offset 0").
drop view if exists bi.fact_call;
create view bi.fact_call with (security_barrier) as
select
    run.recording_id      as viewing_key,
    run.creative_id       as creative_key,
    run.campaign_id       as campaign_key,
    run.viewer_id         as viewer_key,
    run.run_id            as run_key,
    run.created_date,
    run.is_counted,
    face.beginning        as face_beginning,
    face.worst            as face_worst,
    face.worst_second     as face_worst_second,
    face.ending           as face_ending,
    voice.beginning       as voice_beginning,
    voice.worst           as voice_worst,
    voice.worst_second    as voice_worst_second,
    voice.ending          as voice_ending,
    moments.disagreements,
    moments.agitations,
    viewer.nps_answer,
    viewer.csat_answer,
    run.computed_at
from core.visible_run as run
join core.viewer on viewer.id = run.viewer_id
left join lateral (
    select * from agg.call_course where call_course.analysis_run_id = run.run_id and side = 'FACE' offset 0
) as face on true
left join lateral (
    select * from agg.call_course where call_course.analysis_run_id = run.run_id and side = 'VOICE' offset 0
) as voice on true
cross join lateral (
    select count(*) filter (where kind <> 'AGITATION') as disagreements,
        count(*) filter (where kind = 'AGITATION') as agitations
    from agg.call_moment where call_moment.analysis_run_id = run.run_id offset 0
) as moments
where run.is_current and (face.side is not null or voice.side is not null);
comment on view bi.fact_call is 'One row per analysed call in which the customer''s face or voice is known for 15 seconds or more: its beginning, worst part and end, by face and by voice, with the customer''s answers. | Одна строка на проанализированный звонок, где лицо или голос покупателя известны 15 секунд и больше: начало, худший момент и конец по лицу и по голосу, с ответами покупателя.';
comment on column bi.fact_call.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_call.creative_key is 'The call script: bi.dim_creative. | Сценарий звонка: bi.dim_creative.';
comment on column bi.fact_call.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_call.viewer_key is 'The customer: bi.dim_viewer; to count persons by. | Покупатель: bi.dim_viewer; чтобы считать людей.';
comment on column bi.fact_call.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_call.created_date is 'Day on which the call was uploaded, UTC: bi.dim_date. | День загрузки звонка по UTC: bi.dim_date.';
comment on column bi.fact_call.is_counted is 'True when the call counts, false when it is excluded. | Истина, если звонок учтён, ложь, если исключён.';
comment on column bi.fact_call.face_beginning is 'Tone of the face in the first tenth of the known seconds, -1..1; empty where it is seen for less than 15 seconds. | Тон лица в первой десятой известных секунд, -1..1; пусто, если лицо видно меньше 15 секунд.';
comment on column bi.fact_call.face_worst is 'The lowest mean tone of five neighbouring seconds. | Самый низкий средний тон пяти соседних секунд.';
comment on column bi.fact_call.face_worst_second is 'The middle one of these. | Средняя из этих секунд.';
comment on column bi.fact_call.face_ending is 'Tone in the last tenth. | Тон в последней десятой.';
comment on column bi.fact_call.voice_beginning is 'As face_beginning, of the voice; empty where it is not analysed or not heard for 15 seconds. | То же, что face_beginning, для голоса; пусто, если голос не анализируется или слышен меньше 15 секунд.';
comment on column bi.fact_call.voice_worst is 'As face_worst, of the voice. | То же, что face_worst, для голоса.';
comment on column bi.fact_call.voice_worst_second is 'The middle one of these. | Средняя из этих секунд.';
comment on column bi.fact_call.voice_ending is 'As face_ending, of the voice. | То же, что face_ending, для голоса.';
comment on column bi.fact_call.disagreements is 'Moments in which face and voice disagree. | Моменты, когда лицо и голос расходятся.';
comment on column bi.fact_call.agitations is 'Moments of an agitated voice. | Моменты взволнованного голоса.';
comment on column bi.fact_call.nps_answer is 'How likely the customer is to recommend, 0..10; empty when not asked. | Готовность рекомендовать, 0..10; пусто, если не спрашивали.';
comment on column bi.fact_call.csat_answer is 'How satisfied the customer is, 1..5; empty when not asked. | Удовлетворённость, 1..5; пусто, если не спрашивали.';
comment on column bi.fact_call.computed_at is 'When the viewing was computed. | Когда рассчитан контакт.';

drop view if exists bi.fact_call_second;
create view bi.fact_call_second with (security_barrier) as
select
    run.recording_id as viewing_key,
    run.creative_id  as creative_key,
    one.second_no,
    one.face_weight,
    one.positive_probability,
    one.neutral_probability,
    one.negative_probability,
    one.state        as fused_state,
    run.campaign_id  as campaign_key,
    run.viewer_id    as viewer_key,
    run.run_id       as run_key,
    run.created_date,
    run.is_counted,
    core.part_key(run.creative_id, one.second_no) as second_key,
    run.computed_at
from core.visible_run as run
cross join lateral (
    select * from agg.call_second where call_second.analysis_run_id = run.run_id offset 0
) as one
where run.is_current;
comment on view bi.fact_call_second is 'One row per call and second in which the customer is seen and heard: face and voice pooled. What has no row is missing, not neutral. | Одна строка на звонок и секунду, в которую покупателя видно и слышно: лицо и голос вместе. Чего нет, то пропущено, а не нейтрально.';
comment on column bi.fact_call_second.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_call_second.creative_key is 'The call script: bi.dim_creative. | Сценарий звонка: bi.dim_creative.';
comment on column bi.fact_call_second.second_no is 'Whole seconds since the call began. | Целые секунды от начала звонка.';
comment on column bi.fact_call_second.face_weight is 'Weight of the face, 0..1; that of the voice is the rest. | Вес лица, 0..1; остальное — вес голоса.';
comment on column bi.fact_call_second.positive_probability is 'Probability of a positive expression, face and voice together. | Вероятность положительного выражения, лицо и голос вместе.';
comment on column bi.fact_call_second.neutral_probability is 'Probability of a neutral one. | Вероятность нейтрального.';
comment on column bi.fact_call_second.negative_probability is 'Probability of a negative one. | Вероятность отрицательного.';
comment on column bi.fact_call_second.fused_state is 'POSITIVE, NEGATIVE or NEUTRAL, whichever is likeliest. | POSITIVE, NEGATIVE или NEUTRAL, смотря что вероятнее.';
comment on column bi.fact_call_second.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_call_second.viewer_key is 'The customer: bi.dim_viewer; to count persons by. | Покупатель: bi.dim_viewer; чтобы считать людей.';
comment on column bi.fact_call_second.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_call_second.created_date is 'Day on which the call was uploaded, UTC: bi.dim_date. | День загрузки звонка по UTC: bi.dim_date.';
comment on column bi.fact_call_second.is_counted is 'True when the call counts, false when it is excluded. | Истина, если звонок учтён, ложь, если исключён.';
comment on column bi.fact_call_second.second_key is 'The second: bi.dim_second. | Секунда: bi.dim_second.';
comment on column bi.fact_call_second.computed_at is 'When the viewing was computed. | Когда рассчитан контакт.';

drop view if exists bi.fact_call_moment;
create view bi.fact_call_moment with (security_barrier) as
select
    run.recording_id as viewing_key,
    run.creative_id  as creative_key,
    moment.kind      as call_moment_kind,
    moment.from_second,
    moment.until_second,
    moment.strength,
    run.campaign_id  as campaign_key,
    run.viewer_id    as viewer_key,
    run.run_id       as run_key,
    run.is_counted,
    run.computed_at
from core.visible_run as run
cross join lateral (
    select * from agg.call_moment where call_moment.analysis_run_id = run.run_id offset 0
) as moment
where run.is_current;
comment on view bi.fact_call_moment is 'One row per call and moment in which face and voice disagree or the voice is agitated: expression and voice, not an inner state. | Одна строка на звонок и момент, когда лицо и голос расходятся или голос взволнован: выражение лица и голос, а не внутреннее состояние.';
comment on column bi.fact_call_moment.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_call_moment.creative_key is 'The call script: bi.dim_creative. | Сценарий звонка: bi.dim_creative.';
comment on column bi.fact_call_moment.call_moment_kind is 'SMILE_NEGATIVE_VOICE, NEGATIVE_FACE_POSITIVE_VOICE or AGITATION. | SMILE_NEGATIVE_VOICE (улыбка и недовольный голос), NEGATIVE_FACE_POSITIVE_VOICE (недовольное лицо и довольный голос) или AGITATION (взволнованный голос).';
comment on column bi.fact_call_moment.from_second is 'Its first second since the call began. | Первая секунда от начала звонка.';
comment on column bi.fact_call_moment.until_second is 'The second behind its last one. | Секунда после последней.';
comment on column bi.fact_call_moment.strength is 'Of its strongest second, 0..1: the smaller of the probabilities of face and voice, or the agitation. | В самую сильную секунду, 0..1: меньшая из вероятностей лица и голоса или взволнованность.';
comment on column bi.fact_call_moment.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_call_moment.viewer_key is 'The customer: bi.dim_viewer; to count persons by. | Покупатель: bi.dim_viewer; чтобы считать людей.';
comment on column bi.fact_call_moment.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_call_moment.is_counted is 'True when the call counts, false when it is excluded. | Истина, если звонок учтён, ложь, если исключён.';
comment on column bi.fact_call_moment.computed_at is 'When the viewing was computed. | Когда рассчитан контакт.';
