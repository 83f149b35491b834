-- Figures over several viewers. Where fewer than the minimum group size count, they would show persons:
-- columns are empty, and what was found in a curve is left out altogether.
drop view if exists bi.fact_creative_second;
create view bi.fact_creative_second with (security_barrier) as
select
    counted.creative_id as creative_key,
    counted.second_no,
    creative.campaign_id as campaign_key,
    coalesce(scene.scene_no, 1) as scene_no,
    counted.viewers,
    counted.viewers > 0 and shown.creative_id is null as is_suppressed,
    shown.positive_share,
    shown.positive_low,
    shown.positive_high,
    shown.negative_share,
    shown.negative_low,
    shown.negative_high,
    shown.neutral_share,
    shown.neutral_low,
    shown.neutral_high,
    shown.anger_probability,
    shown.disgust_probability,
    shown.fear_probability,
    shown.happiness_probability,
    shown.sadness_probability,
    shown.surprise_probability,
    shown.neutral_probability,
    shown.valence,
    shown.arousal,
    shown.eei,
    core.part_key(counted.creative_id, counted.second_no) as second_key,
    core.part_key(counted.creative_id, coalesce(scene.scene_no, 1)) as scene_key,
    creative.computed_at,
    shown.smile,
    shown.mouth_open,
    shown.eyes_closed,
    shown.brows_lowered,
    shown.brows_raised
from agg.creative_second as counted
join core.visible_creative as creative on creative.creative_id = counted.creative_id
left join agg.creative_second as shown
    on shown.creative_id = counted.creative_id and shown.second_no = counted.second_no
    and creative.is_shown and counted.viewers >= creative.min_group_size
left join lateral (
    select max(scene_no) as scene_no from agg.creative_scene
    where creative_id = counted.creative_id and start_ms <= counted.second_no * 1000 + 500
) as scene on true;
comment on view bi.fact_creative_second is 'One row per creative and second: the curve over its viewers, each once: of several viewings of one viewer the mean. | Одна строка на ролик и секунду: кривая по зрителям, каждый один раз: из нескольких контактов зрителя берётся среднее.';
comment on column bi.fact_creative_second.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_creative_second.second_no is 'Whole seconds since the creative began: bi.dim_second. | Целые секунды от начала ролика: bi.dim_second.';
comment on column bi.fact_creative_second.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_creative_second.scene_no is 'The scene: bi.dim_scene. | Сцена: bi.dim_scene.';
comment on column bi.fact_creative_second.viewers is 'n: viewers with a state in this second. | n: зрители с состоянием в эту секунду.';
comment on column bi.fact_creative_second.is_suppressed is 'True where too few count for the figures to be shown; they are empty. | Истина, если учтённых слишком мало, чтобы показать показатели; тогда они пусты.';
comment on column bi.fact_creative_second.positive_share is 'Share of viewers in a positive state, 0..1. | Доля зрителей в положительном состоянии, 0..1.';
comment on column bi.fact_creative_second.positive_low is 'Lower bound of its 95% confidence interval (Wilson). | Нижняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.positive_high is 'Upper bound of its 95% confidence interval (Wilson). | Верхняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.negative_share is 'Share of viewers in a negative state, 0..1. | Доля зрителей в отрицательном состоянии, 0..1.';
comment on column bi.fact_creative_second.negative_low is 'Lower bound of its 95% confidence interval (Wilson). | Нижняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.negative_high is 'Upper bound of its 95% confidence interval (Wilson). | Верхняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.neutral_share is 'Share of viewers in a neutral state, 0..1. | Доля зрителей в нейтральном состоянии, 0..1.';
comment on column bi.fact_creative_second.neutral_low is 'Lower bound of its 95% confidence interval (Wilson). | Нижняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.neutral_high is 'Upper bound of its 95% confidence interval (Wilson). | Верхняя граница 95%-ного доверительного интервала (Уилсон).';
comment on column bi.fact_creative_second.anger_probability is 'Mean probability of anger, each viewer counting the same. | Средняя вероятность гнева, все зрители с равным весом.';
comment on column bi.fact_creative_second.disgust_probability is 'Mean probability of disgust, each viewer counting the same. | Средняя вероятность отвращения, все зрители с равным весом.';
comment on column bi.fact_creative_second.fear_probability is 'Mean probability of fear, each viewer counting the same. | Средняя вероятность страха, все зрители с равным весом.';
comment on column bi.fact_creative_second.happiness_probability is 'Mean probability of happiness, each viewer counting the same. | Средняя вероятность радости, все зрители с равным весом.';
comment on column bi.fact_creative_second.sadness_probability is 'Mean probability of sadness, each viewer counting the same. | Средняя вероятность грусти, все зрители с равным весом.';
comment on column bi.fact_creative_second.surprise_probability is 'Mean probability of surprise, each viewer counting the same. | Средняя вероятность удивления, все зрители с равным весом.';
comment on column bi.fact_creative_second.neutral_probability is 'Mean probability of a neutral expression. | Средняя вероятность нейтрального выражения.';
comment on column bi.fact_creative_second.valence is 'Mean valence, -1..1. | Средняя валентность, -1..1.';
comment on column bi.fact_creative_second.arousal is 'Mean arousal, -1..1. | Средняя активация, -1..1.';
comment on column bi.fact_creative_second.eei is 'Emotional experience index (EEI) of this second, -100..100. | Индекс эмоционального опыта (ИЭО) этой секунды, -100..100.';
comment on column bi.fact_creative_second.second_key is 'The second: bi.dim_second. | Секунда: bi.dim_second.';
comment on column bi.fact_creative_second.scene_key is 'The scene: bi.dim_scene. | Сцена: bi.dim_scene.';
comment on column bi.fact_creative_second.computed_at is 'When the figures of the creative were computed, all at once. | Когда рассчитаны показатели ролика, все сразу.';
comment on column bi.fact_creative_second.smile is 'Mean strength of a smile over viewers, 0..1; empty, as all movements of the face, where those of one viewer are not known: never 0. | Средняя по зрителям сила улыбки, 0..1; пусто, как и все движения лица, если хотя бы у одного зрителя они неизвестны, и никогда не 0.';
comment on column bi.fact_creative_second.mouth_open is 'How far mouths are open in the mean over viewers, 0..1. | Насколько в среднем по зрителям открыт рот, 0..1.';
comment on column bi.fact_creative_second.eyes_closed is 'How far eyes are closed in the mean over viewers, 0..1. | Насколько в среднем по зрителям закрыты глаза, 0..1.';
comment on column bi.fact_creative_second.brows_lowered is 'How far brows are lowered in the mean over viewers, 0..1. | Насколько в среднем по зрителям опущены брови, 0..1.';
comment on column bi.fact_creative_second.brows_raised is 'How far brows are raised in the mean over viewers, 0..1. | Насколько в среднем по зрителям подняты брови, 0..1.';

drop view if exists bi.fact_score;
create view bi.fact_score with (security_barrier) as
select
    score.creative_id    as creative_key,
    creative.campaign_id as campaign_key,
    creative.viewers,
    score.positive + score.negative + score.neutral as viewings,
    score.excluded       as excluded_viewings,
    creative.viewers > 0 and not creative.is_shown as is_suppressed,
    shown.positive       as positive_viewings,
    shown.negative       as negative_viewings,
    shown.neutral        as neutral_viewings,
    shown.eei,
    shown.eei_low,
    shown.eei_high,
    shown.engaged        as engaged_viewers,
    shown.critical       as critical_viewers,
    shown.silent         as silent_viewers,
    shown.emo_nps,
    shown.emo_nps_low,
    shown.emo_nps_high,
    score.emo_nps_k,
    shown.attraction,
    shown.peak,
    shown.end_share,
    shown.impact,
    shown.expressiveness,
    shown.attention,
    score.settings_version,
    settings.state_threshold,
    settings.coverage_limit,
    settings.min_response_share,
    settings.min_response_s,
    settings.polarity,
    score.computed_at,
    (score.computed_at at time zone 'UTC')::date as computed_date
from agg.creative_score as score
join core.visible_creative as creative on creative.creative_id = score.creative_id
join core.campaign_settings as settings
    on settings.campaign_id = creative.campaign_id and settings.version = score.settings_version
left join agg.creative_score as shown on shown.creative_id = score.creative_id and creative.is_shown;
comment on view bi.fact_score is 'One row per creative that was summarised: its figures over all counted viewings, with the settings used. | Одна строка на ролик со сводкой: показатели по всем учтённым контактам и использованные настройки.';
comment on column bi.fact_score.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_score.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_score.viewers is 'Viewers counted. | Учтённые зрители.';
comment on column bi.fact_score.viewings is 'n: viewings counted. | n: учтённые контакты.';
comment on column bi.fact_score.excluded_viewings is 'Excluded viewings, in no denominator. | Исключённые контакты, ни в одном знаменателе.';
comment on column bi.fact_score.is_suppressed is 'True where too few viewers count for the figures to be shown; they are empty. | Истина, если учтённых зрителей слишком мало, чтобы показать показатели; тогда они пусты.';
comment on column bi.fact_score.positive_viewings is 'Viewings with a positive response. | Контакты с положительной реакцией.';
comment on column bi.fact_score.negative_viewings is 'Viewings with a negative response. | Контакты с отрицательной реакцией.';
comment on column bi.fact_score.neutral_viewings is 'Viewings with a neutral response. | Контакты с нейтральной реакцией.';
comment on column bi.fact_score.eei is 'Emotional experience index (EEI), -100..100. | Индекс эмоционального опыта (ИЭО), -100..100.';
comment on column bi.fact_score.eei_low is 'Lower bound of its 95% confidence interval, by bootstrap over viewers. | Нижняя граница 95%-ного доверительного интервала, бутстреп по зрителям.';
comment on column bi.fact_score.eei_high is 'Upper bound of its 95% confidence interval. | Верхняя граница 95%-ного доверительного интервала.';
comment on column bi.fact_score.engaged_viewers is 'Engaged viewers: a positive response over all of their viewings of the creative. | Вовлечённые зрители: положительная реакция по всем их контактам с роликом.';
comment on column bi.fact_score.critical_viewers is 'Critical viewers: a negative response. | Критичные зрители: отрицательная реакция.';
comment on column bi.fact_score.silent_viewers is 'Silent viewers. | Молчуны.';
comment on column bi.fact_score.emo_nps is 'EmoNPS at K = emo_nps_k. | EmoNPS при K = emo_nps_k.';
comment on column bi.fact_score.emo_nps_low is 'Lower bound of its 95% confidence interval, by bootstrap over viewers. | Нижняя граница 95%-ного доверительного интервала, бутстреп по зрителям.';
comment on column bi.fact_score.emo_nps_high is 'Upper bound of its 95% confidence interval. | Верхняя граница 95%-ного доверительного интервала.';
comment on column bi.fact_score.emo_nps_k is 'Weight K of silent viewers used. | Использованный вес K молчунов.';
comment on column bi.fact_score.attraction is 'Peak share of viewers whose face most likely showed surprise, in the first 8 s, 0..1. | Привлечение: максимальная доля зрителей с выражением удивления в первые 8 с, 0..1.';
comment on column bi.fact_score.peak is 'Peak positive share, 0..1. | Пик положительной доли, 0..1.';
comment on column bi.fact_score.end_share is 'Positive share at the end, 0..1. | Финал: положительная доля в конце, 0..1.';
comment on column bi.fact_score.impact is 'Mean of peak and end. | Воздействие: среднее пика и финала.';
comment on column bi.fact_score.expressiveness is 'Share of observed seconds that are not neutral, 0..1. | Выразительность: доля наблюдавшихся секунд, которые не нейтральны, 0..1.';
comment on column bi.fact_score.attention is 'Share of recorded seconds in which, for half of them or more, the face was turned to the screen, 0..1. | Внимание: доля записанных секунд, в которых не менее половины времени лицо обращено к экрану, 0..1.';
comment on column bi.fact_score.settings_version is 'Version of the campaign''s settings used. | Использованная версия настроек кампании.';
comment on column bi.fact_score.state_threshold is 'Setting used: minimum mean probability of a positive or negative second. | Настройка: минимальная средняя вероятность положительной или отрицательной секунды.';
comment on column bi.fact_score.coverage_limit is 'Setting used: minimum coverage. | Настройка: минимальное покрытие.';
comment on column bi.fact_score.min_response_share is 'Setting used: minimum response as a share of the observed seconds. | Настройка: минимальная реакция как доля наблюдавшихся секунд.';
comment on column bi.fact_score.min_response_s is 'Setting used: minimum response in seconds. | Настройка: минимальная реакция в секундах.';
comment on column bi.fact_score.polarity is 'Setting used: the group of each emotion as JSON. | Настройка: группа каждой эмоции в JSON.';
comment on column bi.fact_score.computed_at is 'When the figures were computed. | Когда показатели рассчитаны.';
comment on column bi.fact_score.computed_date is 'That day, UTC: bi.dim_date. | Этот день по UTC: bi.dim_date.';

drop view if exists bi.fact_moment;
create view bi.fact_moment with (security_barrier) as
select
    moment.creative_id   as creative_key,
    moment.ordinal       as moment_number,
    creative.campaign_id as campaign_key,
    moment.kind          as moment_kind,
    moment.start_second_no,
    moment.end_second_no,
    moment.peak_second_no,
    moment.peak_share,
    moment.curve_median,
    moment.peak_share - moment.curve_median as rise,
    peak.viewers         as peak_viewers,
    core.part_key(moment.creative_id, moment.peak_second_no) as peak_second_key,
    creative.computed_at
from agg.moment
join core.visible_creative as creative on creative.creative_id = moment.creative_id
join agg.creative_second as peak
    on peak.creative_id = moment.creative_id and peak.second_no = moment.peak_second_no
where creative.is_shown and peak.viewers >= creative.min_group_size;
comment on view bi.fact_moment is 'One row per moment: adjacent seconds in which a curve is furthest above its median; none where too few viewers count. | Одна строка на момент: соседние секунды, где кривая сильнее всего поднимается над своей медианой; нет строк, если учтённых зрителей слишком мало.';
comment on column bi.fact_moment.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_moment.moment_number is 'Order in time within the creative, from 1: its number on pages and in reports. | Порядок по времени в ролике, с 1: номер на страницах и в отчётах.';
comment on column bi.fact_moment.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_moment.moment_kind is 'POSITIVE, NEGATIVE or SURPRISE: the curve. | POSITIVE, NEGATIVE или SURPRISE: какая кривая.';
comment on column bi.fact_moment.start_second_no is 'First second: bi.dim_second. | Первая секунда: bi.dim_second.';
comment on column bi.fact_moment.end_second_no is 'Second after the last. | Секунда после последней.';
comment on column bi.fact_moment.peak_second_no is 'The strongest second: bi.dim_second. | Самая сильная секунда: bi.dim_second.';
comment on column bi.fact_moment.peak_share is 'The curve there, 0..1. | Кривая в ней, 0..1.';
comment on column bi.fact_moment.curve_median is 'The curve''s median, 0..1; of its lower half where the response lasts most of the creative. | Медиана кривой, 0..1; медиана её нижней половины, если реакция длится большую часть ролика.';
comment on column bi.fact_moment.rise is 'How far the peak is above the median. | На сколько пик выше медианы.';
comment on column bi.fact_moment.peak_viewers is 'n: viewers with a state in the strongest second. | n: зрители с состоянием в самую сильную секунду.';
comment on column bi.fact_moment.peak_second_key is 'The strongest second: bi.dim_second. | Самая сильная секунда: bi.dim_second.';
comment on column bi.fact_moment.computed_at is 'When the figures of the creative were computed, all at once. | Когда рассчитаны показатели ролика, все сразу.';

drop view if exists bi.fact_emotion_peak;
create view bi.fact_emotion_peak with (security_barrier) as
select
    emotion_peak.creative_id as creative_key,
    emotion_peak.emotion,
    emotion_peak.ordinal     as peak_rank,
    creative.campaign_id     as campaign_key,
    emotion_peak.second_no,
    emotion_peak.mean_probability,
    emotion_peak.lift,
    curve.viewers,
    core.part_key(emotion_peak.creative_id, emotion_peak.second_no) as second_key,
    creative.computed_at
from agg.emotion_peak
join core.visible_creative as creative on creative.creative_id = emotion_peak.creative_id
join agg.creative_second as curve
    on curve.creative_id = emotion_peak.creative_id and curve.second_no = emotion_peak.second_no
where creative.is_shown and curve.viewers >= creative.min_group_size;
comment on view bi.fact_emotion_peak is 'One row per creative, emotion and rank: the seconds with its highest mean probability; none where too few viewers count. | Одна строка на ролик, эмоцию и место: секунды с наибольшей средней вероятностью эмоции; нет строк, если учтённых зрителей слишком мало.';
comment on column bi.fact_emotion_peak.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_emotion_peak.emotion is 'One of the seven emotions, in capitals. | Одна из семи эмоций, прописными.';
comment on column bi.fact_emotion_peak.peak_rank is 'Rank within the emotion, from 1. | Место в своей эмоции, с 1.';
comment on column bi.fact_emotion_peak.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_emotion_peak.second_no is 'The second: bi.dim_second. | Секунда: bi.dim_second.';
comment on column bi.fact_emotion_peak.mean_probability is 'Mean probability over viewers in this second. | Средняя вероятность по зрителям в эту секунду.';
comment on column bi.fact_emotion_peak.lift is 'That minus the emotion''s mean over the creative. | Она минус среднее этой эмоции по ролику.';
comment on column bi.fact_emotion_peak.viewers is 'n: viewers with a state in this second. | n: зрители с состоянием в эту секунду.';
comment on column bi.fact_emotion_peak.second_key is 'The second: bi.dim_second. | Секунда: bi.dim_second.';
comment on column bi.fact_emotion_peak.computed_at is 'When the figures of the creative were computed, all at once. | Когда рассчитаны показатели ролика, все сразу.';
