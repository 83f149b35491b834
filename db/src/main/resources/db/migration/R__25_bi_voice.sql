-- The voices of viewers, as seconds of faces in bi.fact_second: read run by run ("offset 0"), of visible runs only.
drop view if exists bi.fact_voice;
create view bi.fact_voice with (security_barrier) as
select
    run.recording_id as viewing_key,
    run.creative_id  as creative_key,
    voice.second_no,
    voice.is_in_creative,
    voice.heard_share,
    voice.state      as voice_state,
    voice.angry_probability,
    voice.sad_probability,
    voice.neutral_probability,
    voice.positive_probability,
    voice.agitation,
    run.campaign_id  as campaign_key,
    run.viewer_id    as viewer_key,
    run.run_id       as run_key,
    run.created_date,
    run.is_counted,
    core.part_key(run.creative_id, voice.second_no) as second_key,
    analysis.model_name as voice_model_name,
    run.computed_at
from core.visible_run as run
join core.voice_analysis as analysis on analysis.analysis_run_id = run.run_id
cross join lateral (
    select * from agg.voice_second where voice_second.analysis_run_id = run.run_id offset 0
) as voice
where run.is_current;
comment on view bi.fact_voice is 'One row per viewing and second of the creative in which the viewer''s voice is heard; of a campaign that has voices analysed. What has no row is missing, not neutral. | Одна строка на контакт и секунду ролика, в которую слышен голос зрителя; только в кампаниях, где анализируется голос. Чего нет, то пропущено, а не нейтрально.';
comment on column bi.fact_voice.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_voice.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_voice.second_no is 'Whole seconds since the creative began. | Целые секунды от начала ролика.';
comment on column bi.fact_voice.is_in_creative is 'True while the creative was playing. | Истина, пока ролик шёл.';
comment on column bi.fact_voice.heard_share is 'Share of the second in which the viewer speaks and the creative does not, 0..1. | Доля секунды, когда зритель говорит, а голос ролика не звучит.';
comment on column bi.fact_voice.voice_state is 'POSITIVE, NEGATIVE (angry or sad) or NEUTRAL, whichever is likeliest; empty when less than a quarter of the second is heard. | Состояние голоса: POSITIVE, NEGATIVE (злой или грустный) или NEUTRAL, смотря что вероятнее; пусто, если слышно меньше четверти секунды.';
comment on column bi.fact_voice.angry_probability is 'Mean probability that the voice sounds angry, over three-second windows around what is heard. | Средняя вероятность злого голоса по окнам в три секунды вокруг услышанного.';
comment on column bi.fact_voice.sad_probability is 'Mean probability that it sounds sad. | Средняя вероятность грустного голоса.';
comment on column bi.fact_voice.neutral_probability is 'Mean probability that it sounds neutral. | Средняя вероятность нейтрального голоса.';
comment on column bi.fact_voice.positive_probability is 'Mean probability that it sounds positive. | Средняя вероятность положительного голоса.';
comment on column bi.fact_voice.agitation is 'Probability of an agitated voice less the speaker''s own median of it, -1..1; empty of a speaker of whom less than ten windows are heard. | Взволнованность: вероятность взволнованного голоса минус медиана самого говорящего, -1..1; пусто, если услышано меньше десяти окон.';
comment on column bi.fact_voice.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_voice.viewer_key is 'The viewer: bi.dim_viewer; to count persons by. | Зритель: bi.dim_viewer; чтобы считать людей.';
comment on column bi.fact_voice.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_voice.created_date is 'Day on which the recording was uploaded, UTC: bi.dim_date. | День загрузки записи по UTC: bi.dim_date.';
comment on column bi.fact_voice.is_counted is 'True when the viewing counts, false when it is excluded. | Истина, если контакт учтён, ложь, если исключён.';
comment on column bi.fact_voice.second_key is 'The second: bi.dim_second; empty before the creative. | Секунда: bi.dim_second; пусто до начала ролика.';
comment on column bi.fact_voice.voice_model_name is 'Model that classified the voice. | Модель, которая анализировала голос.';
comment on column bi.fact_voice.computed_at is 'When the viewing was computed. | Когда рассчитан контакт.';
