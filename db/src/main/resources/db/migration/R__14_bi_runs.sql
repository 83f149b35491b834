drop view if exists bi.dim_model;
create view bi.dim_model with (security_barrier) as
select
    model.sha256              as model_key,
    min(model.purpose)        as model_purpose,
    min(model.name)           as model_name
from core.visible_run as visible
join core.analysis_run as run on run.id = visible.run_id
cross join lateral (
    values ('DETECTOR', run.detector_name, run.detector_sha256),
        ('CLASSIFIER', run.classifier_name, run.classifier_sha256)
) as model (purpose, name, sha256)
where model.sha256 is not null
group by model.sha256;
comment on view bi.dim_model is 'One row per model that analysed something. | Одна строка на модель, которая что-то анализировала.';
comment on column bi.dim_model.model_key is 'SHA-256 of its file: the same key is the same model. | SHA-256 файла: один ключ, одна модель.';
comment on column bi.dim_model.model_purpose is 'DETECTOR finds faces, CLASSIFIER classifies expressions. | DETECTOR находит лица, CLASSIFIER различает выражения.';
comment on column bi.dim_model.model_name is 'Name with version. | Название с версией.';

drop view if exists bi.dim_run;
create view bi.dim_run with (security_barrier) as
select
    run.id                as run_key,
    visible.recording_id  as viewing_key,
    visible.creative_id   as creative_key,
    visible.campaign_id   as campaign_key,
    run.is_current,
    run.state             as analysis_state,
    run.failure_code,
    run.sample_hz,
    run.detector_sha256   as detector_key,
    run.classifier_sha256 as classifier_key,
    coalesce(run.baseline_method, settings.baseline_method) as baseline_method,
    case when run.baseline_method is null then settings.baseline_s else run.baseline_s end as baseline_s,
    coalesce(run.smoothing_ms, settings.smoothing_ms) as smoothing_ms,
    run.vision_settings,
    run.queued_at,
    run.started_at,
    run.finished_at,
    (run.queued_at at time zone 'UTC')::date as queued_date,
    run.turn_degrees,
    run.frames_deleted_at,
    voice.finding         as voice_finding,
    voice.model_name      as voice_model_name
from core.visible_run as visible
join core.analysis_run as run on run.id = visible.run_id
left join core.voice_analysis as voice on voice.analysis_run_id = run.id
join core.campaign on campaign.id = visible.campaign_id
left join agg.viewing on viewing.analysis_run_id = run.id
join core.campaign_settings as settings
    on settings.campaign_id = campaign.id
    and settings.version = coalesce(viewing.settings_version, campaign.settings_version);
comment on view bi.dim_run is 'One row per analysis of a recording with one set of models and settings; including those that no longer count. | Одна строка на анализ записи с одним набором моделей и настроек; включая недействующие.';
comment on column bi.dim_run.run_key is 'Surrogate key to join facts by. | Суррогатный ключ для соединения с фактами.';
comment on column bi.dim_run.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.dim_run.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.dim_run.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_run.is_current is 'True for the run that the facts show; one a viewing. | Истина у анализа, который показывают факты; один на контакт.';
comment on column bi.dim_run.analysis_state is 'QUEUED, RUNNING, COMPLETED or FAILED. | Состояние анализа.';
comment on column bi.dim_run.failure_code is 'Why it failed, if it did. | Почему не удался, если не удался.';
comment on column bi.dim_run.sample_hz is 'Frames sampled a second of video. | Выбрано кадров на секунду видео.';
comment on column bi.dim_run.detector_key is 'Face detector: bi.dim_model. | Детектор лиц: bi.dim_model.';
comment on column bi.dim_run.classifier_key is 'Emotion classifier: bi.dim_model. | Классификатор эмоций: bi.dim_model.';
comment on column bi.dim_run.baseline_method is 'How the viewer baseline that is subtracted is found: NONE, FIRST_SECONDS or WHOLE_MEDIAN. | Как найден базовый уровень зрителя, который вычитается: NONE (никак), FIRST_SECONDS (первые секунды) или WHOLE_MEDIAN (медиана по записи).';
comment on column bi.dim_run.baseline_s is 'Length of the baseline period for FIRST_SECONDS, in seconds. | Длина отрезка для FIRST_SECONDS, с.';
comment on column bi.dim_run.smoothing_ms is 'Standard deviation of the smoothing in time, in milliseconds; 0: none. | Стандартное отклонение сглаживания по времени, мс; 0: без сглаживания.';
comment on column bi.dim_run.vision_settings is 'Thresholds and gates of the frames, as JSON. | Пороги и условия для кадров в JSON.';
comment on column bi.dim_run.turn_degrees is 'Clockwise turn of each frame beyond what the file asks for, as an analyst requested, degrees. | Поворот каждого кадра по часовой стрелке сверх указанного в файле, по просьбе аналитика, градусы.';
comment on column bi.dim_run.frames_deleted_at is 'When its rows of bi.fact_frame were deleted by retention; seconds and viewing stay. Empty while they are there. | Когда строки анализа в bi.fact_frame удалены по сроку хранения; секунды и контакт остаются. Пусто, пока они есть.';
comment on column bi.dim_run.voice_finding is 'What came of listening for the viewer''s voice: HEARD, NO_SPEECH, NO_SOUND, CREATIVE_UNPLACED (the creative speaks and nobody knows where), SIDES_MIXED (a call, in whose sound an employee speaks, too) or UNREADABLE; empty where nobody listened. | Что дал поиск голоса зрителя: HEARD (слышен), NO_SPEECH (никто не говорит), NO_SOUND (нет звука), CREATIVE_UNPLACED (говорит ролик, и неизвестно где), SIDES_MIXED (звонок, в звуке которого говорит и сотрудник) или UNREADABLE (звук не читается); пусто, если голос не искали.';
comment on column bi.dim_run.voice_model_name is 'Model that classified the voice; empty where nobody listened. | Модель, которая анализировала голос; пусто, если голос не искали.';
comment on column bi.dim_run.queued_at is 'When it was requested. | Когда запрошен.';
comment on column bi.dim_run.started_at is 'When it started. | Когда начат.';
comment on column bi.dim_run.finished_at is 'When it ended. | Когда окончен.';
comment on column bi.dim_run.queued_date is 'Day on which it was requested, UTC: bi.dim_date. | День запроса по UTC: bi.dim_date.';

drop view if exists bi.fact_run;
create view bi.fact_run with (security_barrier) as
select
    run.id                as run_key,
    visible.recording_id  as viewing_key,
    visible.creative_id   as creative_key,
    visible.campaign_id   as campaign_key,
    visible.viewer_id     as viewer_key,
    run.detector_sha256   as detector_key,
    run.classifier_sha256 as classifier_key,
    (run.queued_at at time zone 'UTC')::date as queued_date,
    run.frames_sampled,
    extract(epoch from run.finished_at - run.started_at)::double precision as analysis_s,
    visible.computed_at
from core.visible_run as visible
join core.analysis_run as run on run.id = visible.run_id;
comment on view bi.fact_run is 'One row per analysis of a recording: the figures of bi.dim_run. | Одна строка на анализ записи: показатели к bi.dim_run.';
comment on column bi.fact_run.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_run.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_run.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_run.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_run.viewer_key is 'The viewer: bi.dim_viewer. | Зритель: bi.dim_viewer.';
comment on column bi.fact_run.detector_key is 'Face detector: bi.dim_model. | Детектор лиц: bi.dim_model.';
comment on column bi.fact_run.classifier_key is 'Emotion classifier: bi.dim_model. | Классификатор эмоций: bi.dim_model.';
comment on column bi.fact_run.queued_date is 'Day on which it was requested, UTC: bi.dim_date. | День запроса по UTC: bi.dim_date.';
comment on column bi.fact_run.frames_sampled is 'Sampled frames. | Выбранные кадры.';
comment on column bi.fact_run.analysis_s is 'Seconds from its start to its end; empty until it has ended. | Секунды от начала до окончания; пусто до окончания.';
comment on column bi.fact_run.computed_at is 'When the viewing was computed from it; empty until then, and where another analysis counts. | Когда по нему рассчитан контакт; пусто до этого и если действует другой анализ.';
