drop view if exists bi.fact_viewing;
create view bi.fact_viewing with (security_barrier) as
select
    recording.id          as viewing_key,
    recording.creative_id as creative_key,
    creative.campaign_id  as campaign_key,
    recording.public_id   as recording_id,
    recording.subject_role,
    run.state             as analysis_state,
    viewing.response,
    coalesce(viewing.exclusion_reason, case when run.state = 'FAILED' then 'ANALYSIS_FAILED' end) as exclusion_reason,
    run.failure_code,
    viewing.observed_s,
    viewing.positive_s,
    viewing.negative_s,
    viewing.coverage,
    viewing.attention,
    recording.duration_ms,
    run.frames_sampled,
    run.detector_name,
    run.classifier_name,
    coalesce(run.baseline_method, settings.baseline_method) as baseline_method,
    case when run.baseline_method is null then settings.baseline_s else run.baseline_s end as baseline_s,
    viewing.baseline_state,
    coalesce(run.smoothing_ms, settings.smoothing_ms) as smoothing_ms,
    recording.created_at,
    (recording.created_at at time zone 'UTC')::date as created_date,
    recording.viewer_id   as viewer_key,
    run.id                as run_key,
    run.detector_sha256   as detector_key,
    run.classifier_sha256 as classifier_key,
    case viewing.response when 'POSITIVE' then 1 when 'NEUTRAL' then 0 when 'NEGATIVE' then -1 end as response_score,
    viewing.computed_at,
    recording.start_method,
    recording.clock_from_ms[1] - recording.clock_creative_ms[1] as creative_start_ms,
    recording.sound_finding,
    recording.sound_score,
    recording.sound_pieces,
    recording.sound_heard_pieces,
    recording.sound_drift_ppm,
    recording.video_deleted_at,
    recording.source
from core.recording
join core.creative on creative.id = recording.creative_id and case when creative.deleted_at is null then 1 end is not null
join core.visible_viewer as viewer on viewer.viewer_id = recording.viewer_id
join core.analysis_run as run on run.recording_id = recording.id and run.is_current
left join agg.viewing on viewing.recording_id = recording.id
join core.campaign on campaign.id = creative.campaign_id
left join core.campaign_settings as settings
    on settings.campaign_id = campaign.id
    and settings.version = coalesce(viewing.settings_version, campaign.settings_version);
comment on view bi.fact_viewing is 'One row per viewing: one viewer''s recording of one creative. | Одна строка на контакт: запись одного зрителя на одном ролике.';
comment on column bi.fact_viewing.viewing_key is 'Surrogate key to join seconds and frames by. | Суррогатный ключ для соединения с секундами и кадрами.';
comment on column bi.fact_viewing.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_viewing.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_viewing.recording_id is 'Identifier in the portal''s addresses. | Идентификатор в адресах портала.';
comment on column bi.fact_viewing.subject_role is 'VIEWER, CUSTOMER or GUEST. | VIEWER (зритель), CUSTOMER (покупатель) или GUEST (гость).';
comment on column bi.fact_viewing.analysis_state is 'QUEUED, RUNNING, COMPLETED or FAILED. | Состояние анализа.';
comment on column bi.fact_viewing.response is 'Response: POSITIVE, NEGATIVE or NEUTRAL, or EXCLUDED; empty until analysed. | Реакция: POSITIVE (положительная), NEGATIVE (отрицательная), NEUTRAL (нейтральная) или EXCLUDED (контакт исключён); пусто до анализа.';
comment on column bi.fact_viewing.exclusion_reason is 'NO_VIEWER, LOW_COVERAGE, NOT_UPRIGHT, SEVERAL_FACES, ANALYSIS_FAILED or EXCLUDED_BY_ANALYST. | Причина исключения: NO_VIEWER (зритель не найден), LOW_COVERAGE (малое покрытие), NOT_UPRIGHT (запись повёрнута), SEVERAL_FACES (несколько лиц, зритель не выбран), ANALYSIS_FAILED (анализ не удался) или EXCLUDED_BY_ANALYST (исключён аналитиком).';
comment on column bi.fact_viewing.failure_code is 'Why the analysis failed, if it did. | Почему анализ не удался.';
comment on column bi.fact_viewing.observed_s is 'V: seconds of the creative that have a state in bi.fact_second. | V: секунды ролика, у которых есть состояние в bi.fact_second.';
comment on column bi.fact_viewing.positive_s is 'P: those of them in a positive state. | P: из них секунды в положительном состоянии.';
comment on column bi.fact_viewing.negative_s is 'N: those of them in a negative state. | N: из них секунды в отрицательном состоянии.';
comment on column bi.fact_viewing.coverage is 'V as a share of bi.dim_creative.duration_s, of a call as a share of its own length, 0..1. | Покрытие: доля V в bi.dim_creative.duration_s, у звонка — в его собственной длительности.';
comment on column bi.fact_viewing.attention is 'Share of recorded seconds in which, for half of them or more, the face was turned to the screen, 0..1. | Внимание: доля записанных секунд, в которых не менее половины времени лицо обращено к экрану.';
comment on column bi.fact_viewing.duration_ms is 'Length of the recording in milliseconds. | Длительность записи в миллисекундах.';
comment on column bi.fact_viewing.frames_sampled is 'Sampled frames. | Выбранные кадры.';
comment on column bi.fact_viewing.detector_name is 'Face detector used. | Использованный детектор лиц.';
comment on column bi.fact_viewing.classifier_name is 'Emotion classifier used. | Использованный классификатор эмоций.';
comment on column bi.fact_viewing.baseline_method is 'How the viewer baseline that is subtracted is found: NONE, FIRST_SECONDS or WHOLE_MEDIAN. | Как найден базовый уровень зрителя, который вычитается: NONE (никак), FIRST_SECONDS (первые секунды) или WHOLE_MEDIAN (медиана по записи).';
comment on column bi.fact_viewing.baseline_s is 'Length of the baseline period for FIRST_SECONDS, in seconds. | Длина отрезка для FIRST_SECONDS, с.';
comment on column bi.fact_viewing.baseline_state is 'OFF, REMOVED or TOO_SHORT (observed too little: uncorrected). | OFF (не запрошено), REMOVED (вычтен) или TOO_SHORT (наблюдений мало: без поправки).';
comment on column bi.fact_viewing.smoothing_ms is 'Standard deviation of the smoothing in time, in milliseconds; 0: none. | Стандартное отклонение сглаживания по времени, мс; 0: без сглаживания.';
comment on column bi.fact_viewing.created_at is 'When the recording was uploaded. | Когда запись загружена.';
comment on column bi.fact_viewing.created_date is 'That day, UTC: bi.dim_date. | Этот день по UTC: bi.dim_date.';
comment on column bi.fact_viewing.viewer_key is 'The viewer: bi.dim_viewer; to count persons by. | Зритель: bi.dim_viewer; чтобы считать людей.';
comment on column bi.fact_viewing.run_key is 'The analysis that counts: bi.dim_run. | Действующий анализ: bi.dim_run.';
comment on column bi.fact_viewing.detector_key is 'Face detector: bi.dim_model. | Детектор лиц: bi.dim_model.';
comment on column bi.fact_viewing.classifier_key is 'Emotion classifier: bi.dim_model. | Классификатор эмоций: bi.dim_model.';
comment on column bi.fact_viewing.response_score is '1 positive, 0 neutral, -1 negative response, empty when excluded: 100 times its mean is EEI. | 1 — положительная, 0 — нейтральная, -1 — отрицательная реакция, пусто у исключённых: среднее, умноженное на 100, есть ИЭО.';
comment on column bi.fact_viewing.computed_at is 'When it was computed, its rows of bi.fact_second with it; empty until analysed. | Когда рассчитан вместе со своими строками в bi.fact_second; пусто до анализа.';
comment on column bi.fact_viewing.start_method is 'Where creative_start_ms is from: STUDY (the player of a study link), LIVE (the host''s player in a live showing), GIVEN (by the uploader), SOUND (the creative''s sound was heard), MANUAL (moved by an analyst) or ASSUMED (both begin together). | Откуда известно creative_start_ms: STUDY (плеер по ссылке исследования), LIVE (плеер ведущего в живом показе), GIVEN (указано при загрузке), SOUND (услышан звук ролика), MANUAL (сдвинуто аналитиком) или ASSUMED (считается, что начинаются вместе).';
comment on column bi.fact_viewing.creative_start_ms is 'Time in the recording at which the creative starts, in milliseconds; negative where the recording started later. | Время начала ролика в записи, мс; отрицательное, если запись началась позже.';
comment on column bi.fact_viewing.sound_finding is 'What came of listening for the creative: FOUND, REPEATS, FAINT, OTHER_CUT, NOT_HEARD, NO_ONSETS, CREATIVE_SILENT, RECORDING_SILENT or UNREADABLE; empty where nobody listened. | Что дал поиск ролика по звуку: FOUND (найден), REPEATS (повторяется), FAINT (слишком тихо), OTHER_CUT (другая версия), NOT_HEARD (не слышен), NO_ONSETS (не за что зацепиться), CREATIVE_SILENT (ролик без звука), RECORDING_SILENT (запись без звука) или UNREADABLE (звук не читается); пусто, если не искали.';
comment on column bi.fact_viewing.sound_score is 'How far the best place stands above all others, in standard deviations. | Насколько лучшее место выделяется среди остальных, в стандартных отклонениях.';
comment on column bi.fact_viewing.sound_pieces is 'Pieces of the creative that have sound and lie in the recording. | Фрагменты ролика, которые звучат и попадают в запись.';
comment on column bi.fact_viewing.sound_heard_pieces is 'Those of them that are heard where the others say. | Из них услышанные в согласии с остальными.';
comment on column bi.fact_viewing.video_deleted_at is 'When the recording''s video was deleted by retention; figures stay. Empty while it is there. | Когда видео записи удалено по сроку хранения; показатели остаются. Пусто, пока оно есть.';
comment on column bi.fact_viewing.source is 'How the recording came: UPLOAD (a file), STUDY (by the link of a study) or LIVE_SHOWING (scores of a live showing: there never was a video). | Как получена запись: UPLOAD (файл), STUDY (по ссылке исследования) или LIVE_SHOWING (оценки живого показа: видео не было).';
comment on column bi.fact_viewing.sound_drift_ppm is 'By how many millionths the recording''s clock is faster than the creative''s. | На сколько миллионных часы записи быстрее часов ролика.';

-- "offset 0" is the fence: seconds are read run by run, of visible runs only. PostgreSQL expects a
-- thousand rows of generate_series, which gives the run itself: it never believes in a single run, so what
-- else a question joins is not read again for each one, however wrong it is about their number.
drop view if exists bi.fact_second;
create view bi.fact_second as
select
    run.recording_id as viewing_key,
    run.creative_id  as creative_key,
    viewer_second.second_no,
    viewer_second.is_in_creative,
    viewer_second.observed_share,
    viewer_second.attentive_share,
    viewer_second.state,
    viewer_second.anger_probability,
    viewer_second.disgust_probability,
    viewer_second.fear_probability,
    viewer_second.happiness_probability,
    viewer_second.sadness_probability,
    viewer_second.surprise_probability,
    viewer_second.neutral_probability,
    viewer_second.valence,
    viewer_second.arousal,
    run.campaign_id  as campaign_key,
    run.viewer_id    as viewer_key,
    run.run_id       as run_key,
    run.created_date,
    run.is_counted,
    core.part_key(run.creative_id, viewer_second.second_no) as second_key,
    run.computed_at,
    viewer_second.smile,
    viewer_second.mouth_open,
    viewer_second.eyes_closed,
    viewer_second.brows_lowered,
    viewer_second.brows_raised
from core.visible_run as run
cross join lateral generate_series(run.run_id, run.run_id) as only_run (run_id)
cross join lateral (
    select * from agg.viewer_second where viewer_second.analysis_run_id = only_run.run_id offset 0
) as viewer_second
where run.is_current;
comment on view bi.fact_second is 'One row per viewing and second of the creative, after the corrections that bi.fact_viewing names. | Одна строка на контакт и секунду ролика, после поправок, названных в bi.fact_viewing.';
comment on column bi.fact_second.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_second.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_second.second_no is 'Whole seconds since the creative began. | Целые секунды от начала ролика.';
comment on column bi.fact_second.is_in_creative is 'True while the creative was playing. | Истина, пока ролик шёл.';
comment on column bi.fact_second.observed_share is 'Share of the second in which the viewer was observed; a frame stands until the next one, but for no more than twice the interval of bi.dim_run.sample_hz, or the median of the gaps around it where that is longer, and never over 1 s. | Доля секунды, когда зритель наблюдался; кадр действует до следующего, но не дольше двух интервалов bi.dim_run.sample_hz или медианы соседних промежутков, если она больше, и никогда не дольше 1 с.';
comment on column bi.fact_second.attentive_share is 'Share of the second in which the viewer''s face was present and turned to the screen. | Доля секунды, когда лицо зрителя было в кадре и обращено к экрану.';
comment on column bi.fact_second.state is 'POSITIVE, NEGATIVE or NEUTRAL: the group of emotions with the largest summed probability if it reaches the threshold, else NEUTRAL; empty when less than half of the second was observed. | Состояние: группа эмоций с наибольшей суммой вероятностей, если та достигает порога, иначе NEUTRAL; пусто, если наблюдалось меньше половины секунды.';
comment on column bi.fact_second.anger_probability is 'Mean probability of anger over the observed part, by time. | Средняя по времени вероятность гнева в наблюдавшейся части.';
comment on column bi.fact_second.disgust_probability is 'Mean probability of disgust over the observed part, by time. | Средняя по времени вероятность отвращения в наблюдавшейся части.';
comment on column bi.fact_second.fear_probability is 'Mean probability of fear over the observed part, by time. | Средняя по времени вероятность страха в наблюдавшейся части.';
comment on column bi.fact_second.happiness_probability is 'Mean probability of happiness over the observed part, by time. | Средняя по времени вероятность радости в наблюдавшейся части.';
comment on column bi.fact_second.sadness_probability is 'Mean probability of sadness over the observed part, by time. | Средняя по времени вероятность грусти в наблюдавшейся части.';
comment on column bi.fact_second.surprise_probability is 'Mean probability of surprise over the observed part, by time. | Средняя по времени вероятность удивления в наблюдавшейся части.';
comment on column bi.fact_second.neutral_probability is 'Mean probability of a neutral expression over the observed part, by time. | Средняя по времени вероятность нейтрального выражения в наблюдавшейся части.';
comment on column bi.fact_second.valence is 'Mean valence, -1..1. | Средняя валентность.';
comment on column bi.fact_second.arousal is 'Mean arousal, -1..1. | Средняя активация.';
comment on column bi.fact_second.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_second.viewer_key is 'The viewer: bi.dim_viewer. | Зритель: bi.dim_viewer.';
comment on column bi.fact_second.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_second.created_date is 'Day on which the recording was uploaded, UTC: bi.dim_date. | День загрузки записи по UTC: bi.dim_date.';
comment on column bi.fact_second.is_counted is 'True when the viewing counts, false when it is excluded. | Истина, если контакт учтён, ложь, если исключён.';
comment on column bi.fact_second.second_key is 'The second: bi.dim_second; empty before the creative. | Секунда: bi.dim_second; пусто до начала ролика.';
comment on column bi.fact_second.computed_at is 'When the seconds of this viewing were computed, all of them at once. | Когда рассчитаны секунды этого контакта, все сразу.';
comment on column bi.fact_second.smile is 'Mean strength of a smile over the observed part, 0..1, without baseline correction; empty, as all movements of the face, from a model that knows none: never 0. | Средняя сила улыбки в наблюдавшейся части, 0..1, без поправки на базовый уровень; пусто, как и все движения лица, если модель их не знает, и никогда не 0.';
comment on column bi.fact_second.mouth_open is 'How far the mouth is open in the mean, 0..1. | Насколько в среднем открыт рот, 0..1.';
comment on column bi.fact_second.eyes_closed is 'How far the eyes are closed in the mean, 0..1; lowered eyes count in part. | Насколько в среднем закрыты глаза, 0..1; опущенный взгляд учитывается частично.';
comment on column bi.fact_second.brows_lowered is 'How far the brows are lowered in the mean, 0..1. | Насколько в среднем опущены брови, 0..1.';
comment on column bi.fact_second.brows_raised is 'How far the brows are raised in the mean, 0..1. | Насколько в среднем подняты брови, 0..1.';

-- Frames too are read run by run ("offset 0"), each once: of the faces of a sampled frame the viewer's
-- is the row, else the first one, of which nothing is shown.
drop view if exists bi.fact_frame;
create view bi.fact_frame as
select
    run.recording_id as viewing_key,
    run.creative_id  as creative_key,
    frame.media_time_ms,
    frame.creative_time_ms,
    case
        when frame.is_frozen then 'FROZEN'
        when frame.is_viewer or frame.face_track = 0 then frame.result
        else 'NO_FACE'
    end as frame_result,
    case when frame.is_viewer and not frame.is_frozen then frame.quality_reason end as quality_reason,
    case when frame.is_viewer and not frame.is_frozen then frame.dominant_emotion end as dominant_emotion,
    case when frame.is_viewer and not frame.is_frozen then frame.margin end as margin,
    case when frame.is_viewer and not frame.is_frozen then frame.anger_probability end as anger_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.disgust_probability end as disgust_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.fear_probability end as fear_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.happiness_probability end as happiness_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.sadness_probability end as sadness_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.surprise_probability end as surprise_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.neutral_probability end as neutral_probability,
    case when frame.is_viewer and not frame.is_frozen then frame.valence end as valence,
    case when frame.is_viewer and not frame.is_frozen then frame.arousal end as arousal,
    case when frame.is_viewer then frame.face_track end as face_track,
    case when frame.is_viewer then frame.box_x_px end as box_x_px,
    case when frame.is_viewer then frame.box_y_px end as box_y_px,
    case when frame.is_viewer then frame.box_width_px end as box_width_px,
    case when frame.is_viewer then frame.box_height_px end as box_height_px,
    frame.other_faces,
    case when frame.is_viewer then frame.yaw_degrees end as yaw_degrees,
    case when frame.is_viewer then frame.pitch_degrees end as pitch_degrees,
    case when frame.is_viewer then frame.is_attentive and not frame.is_frozen end as is_attentive,
    floor(frame.creative_time_ms / 1000.0)::integer as second_no,
    run.campaign_id  as campaign_key,
    run.viewer_id    as viewer_key,
    run.run_id       as run_key,
    run.created_date,
    run.is_counted,
    core.part_key(run.creative_id, floor(frame.creative_time_ms / 1000.0)::integer) as second_key,
    case when frame.is_viewer and not frame.is_frozen then frame.smile_thousandths / 1000.0::double precision end as smile,
    case when frame.is_viewer and not frame.is_frozen then frame.mouth_open_thousandths / 1000.0::double precision end as mouth_open,
    case when frame.is_viewer and not frame.is_frozen then frame.eyes_closed_thousandths / 1000.0::double precision end as eyes_closed,
    case when frame.is_viewer and not frame.is_frozen then frame.brows_lowered_thousandths / 1000.0::double precision end as brows_lowered,
    case when frame.is_viewer and not frame.is_frozen then frame.brows_raised_thousandths / 1000.0::double precision end as brows_raised
from core.visible_run as run
cross join lateral generate_series(run.run_id, run.run_id) as only_run (run_id)
cross join lateral (
    select face.*
    from (
        select face.*, track.is_viewer is true as is_viewer,
            (track.is_viewer and face.media_time_ms <@ track.frozen_ms) is true as is_frozen,
            count(*) filter (where track.is_viewer is false) over in_frame as other_faces,
            bool_or(track.is_viewer) over in_frame is true as has_viewer,
            min(face.face_track) over in_frame as first_track,
            core.creative_time_ms(
                face.media_time_ms, run.clock_from_ms, run.clock_until_ms, run.clock_creative_ms) as creative_time_ms
        from core.frame_observation as face
        left join agg.face_track as track
            on track.analysis_run_id = only_run.run_id and track.face_track = face.face_track
        where face.analysis_run_id = only_run.run_id and face.run_month = run.run_month
        window in_frame as (partition by face.media_time_ms)
    ) as face
    where face.is_viewer or not face.has_viewer and face.face_track = face.first_track
    offset 0
) as frame
where run.is_current and run.state not in ('QUEUED', 'RUNNING', 'FAILED');
comment on view bi.fact_frame is 'One row per analysed viewing and sampled frame: what was observed of the viewer, never corrected. | Одна строка на проанализированный контакт и выбранный кадр: что было видно о зрителе, всегда без поправок.';
comment on column bi.fact_frame.viewing_key is 'The viewing: bi.fact_viewing. | Контакт: bi.fact_viewing.';
comment on column bi.fact_frame.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.fact_frame.media_time_ms is 'Time in the recording, in milliseconds. | Время в записи, мс.';
comment on column bi.fact_frame.creative_time_ms is 'Time in the creative, in milliseconds; empty while the creative stood still. | Время в ролике, мс; пусто, пока ролик стоял.';
comment on column bi.fact_frame.frame_result is 'OBSERVED, NO_FACE, LOW_QUALITY, UNDECODABLE or FROZEN (the camera stands still); missing is never neutral. | Результат кадра: OBSERVED (видно), NO_FACE (лица нет), LOW_QUALITY (низкое качество), UNDECODABLE (не декодируется) или FROZEN (камера застыла); отсутствие лица не нейтрально.';
comment on column bi.fact_frame.quality_reason is 'Why the face was not used, where LOW_QUALITY. | Почему лицо не использовано.';
comment on column bi.fact_frame.dominant_emotion is 'The emotion with the largest probability. | Эмоция с наибольшей вероятностью.';
comment on column bi.fact_frame.margin is 'Largest probability minus the second largest. | Отрыв от второй по вероятности.';
comment on column bi.fact_frame.anger_probability is 'Probability of anger. | Вероятность гнева.';
comment on column bi.fact_frame.disgust_probability is 'Probability of disgust. | Вероятность отвращения.';
comment on column bi.fact_frame.fear_probability is 'Probability of fear. | Вероятность страха.';
comment on column bi.fact_frame.happiness_probability is 'Probability of happiness. | Вероятность радости.';
comment on column bi.fact_frame.sadness_probability is 'Probability of sadness. | Вероятность грусти.';
comment on column bi.fact_frame.surprise_probability is 'Probability of surprise. | Вероятность удивления.';
comment on column bi.fact_frame.neutral_probability is 'Probability of a neutral expression. | Вероятность нейтрального выражения.';
comment on column bi.fact_frame.valence is 'Valence, -1..1. | Валентность.';
comment on column bi.fact_frame.arousal is 'Arousal, -1..1. | Активация.';
comment on column bi.fact_frame.face_track is 'The viewer''s track. | Трек лица зрителя.';
comment on column bi.fact_frame.box_x_px is 'Left edge of the face box, pixels of the upright frame. | Левый край рамки лица, пиксели.';
comment on column bi.fact_frame.box_y_px is 'Top edge of the face box, pixels. | Верхний край рамки лица, пиксели.';
comment on column bi.fact_frame.box_width_px is 'Width of the face box, pixels. | Ширина рамки лица, пиксели.';
comment on column bi.fact_frame.box_height_px is 'Height of the face box, pixels. | Высота рамки лица, пиксели.';
comment on column bi.fact_frame.other_faces is 'Other faces in the frame, not counted. | Другие лица в кадре, не учитываются.';
comment on column bi.fact_frame.yaw_degrees is 'Turn of the viewer''s head to the frame''s left (negative) or right (positive), degrees. | Поворот головы зрителя влево (отрицательный) или вправо (положительный) по кадру, градусы.';
comment on column bi.fact_frame.pitch_degrees is 'The viewer''s head bowed (negative) or raised (positive), degrees. | Наклон головы зрителя вниз (отрицательный) или вверх (положительный), градусы.';
comment on column bi.fact_frame.is_attentive is 'True when the viewer''s face is turned to the screen; empty without a face. | Истина, если лицо зрителя обращено к экрану; пусто без лица.';
comment on column bi.fact_frame.second_no is 'Second of the creative that the frame lies in: bi.dim_second; empty while the creative stood still. | Секунда ролика, в которой лежит кадр: bi.dim_second; пусто, пока ролик стоял.';
comment on column bi.fact_frame.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.fact_frame.viewer_key is 'The viewer: bi.dim_viewer. | Зритель: bi.dim_viewer.';
comment on column bi.fact_frame.run_key is 'The analysis: bi.dim_run. | Анализ: bi.dim_run.';
comment on column bi.fact_frame.created_date is 'Day on which the recording was uploaded, UTC: bi.dim_date. | День загрузки записи по UTC: bi.dim_date.';
comment on column bi.fact_frame.is_counted is 'True when the viewing counts, false when it is excluded. | Истина, если контакт учтён, ложь, если исключён.';
comment on column bi.fact_frame.second_key is 'The second: bi.dim_second; empty before the creative. | Секунда: bi.dim_second; пусто до начала ролика.';
comment on column bi.fact_frame.smile is 'Strength of a smile, 0..1; empty, as all movements of the face, from a model that knows none: never 0. | Сила улыбки, 0..1; пусто, как и все движения лица, если модель их не знает, и никогда не 0.';
comment on column bi.fact_frame.mouth_open is 'How far the mouth is open, 0..1. | Насколько открыт рот, 0..1.';
comment on column bi.fact_frame.eyes_closed is 'How far the eyes are closed, 0..1; lowered eyes count in part. No blinks: frames are too few for those. | Насколько закрыты глаза, 0..1; опущенный взгляд учитывается частично. Не моргания: для них кадров слишком мало.';
comment on column bi.fact_frame.brows_lowered is 'How far the brows are lowered, 0..1; above 0 in many calm faces. | Насколько опущены брови, 0..1; у многих спокойных лиц больше 0.';
comment on column bi.fact_frame.brows_raised is 'How far the brows are raised, 0..1. | Насколько подняты брови, 0..1.';
