drop view if exists bi.dim_date;
create view bi.dim_date as
select
    day::date                              as date_key,
    extract(year from day)::integer        as year,
    extract(quarter from day)::integer     as quarter,
    extract(month from day)::integer       as month,
    extract(day from day)::integer         as day_of_month,
    extract(isoyear from day)::integer     as iso_year,
    extract(week from day)::integer        as iso_week,
    extract(isodow from day)::integer      as weekday,
    extract(isodow from day) >= 6          as is_weekend,
    date_trunc('month', day)::date         as month_start,
    (array['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
        'October', 'November', 'December'])[extract(month from day)::integer] as month_name_en,
    (array['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь',
        'октябрь', 'ноябрь', 'декабрь'])[extract(month from day)::integer] as month_name_ru,
    (array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
        'Sunday'])[extract(isodow from day)::integer] as weekday_name_en,
    (array['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота',
        'воскресенье'])[extract(isodow from day)::integer] as weekday_name_ru
from generate_series(timestamp '2020-01-01', timestamp '2049-12-31', interval '1 day') as day;
comment on view bi.dim_date is 'One row per day from 2020 to 2049; days of facts are by UTC. | Одна строка на день с 2020 по 2049 год; дни в фактах по UTC.';
comment on column bi.dim_date.date_key is 'The day, to join created_date and others by. | День для соединения с created_date и другими.';
comment on column bi.dim_date.year is 'Year. | Год.';
comment on column bi.dim_date.quarter is 'Quarter, 1..4. | Квартал, 1..4.';
comment on column bi.dim_date.month is 'Month, 1..12. | Месяц, 1..12.';
comment on column bi.dim_date.day_of_month is 'Day of the month, 1..31. | День месяца, 1..31.';
comment on column bi.dim_date.iso_year is 'Year that the ISO week belongs to. | Год, к которому относится неделя ISO.';
comment on column bi.dim_date.iso_week is 'ISO week, 1..53. | Неделя ISO, 1..53.';
comment on column bi.dim_date.weekday is 'Day of the week, 1 (Monday) to 7. | День недели, от 1 (понедельник) до 7.';
comment on column bi.dim_date.is_weekend is 'True on Saturday and Sunday. | Истина в субботу и воскресенье.';
comment on column bi.dim_date.month_start is 'First day of the month, to group by. | Первый день месяца, для группировки.';
comment on column bi.dim_date.month_name_en is 'Name of the month in English. | Название месяца по-английски.';
comment on column bi.dim_date.month_name_ru is 'Name of the month in Russian. | Название месяца по-русски.';
comment on column bi.dim_date.weekday_name_en is 'Name of the weekday in English. | Название дня недели по-английски.';
comment on column bi.dim_date.weekday_name_ru is 'Name of the weekday in Russian. | Название дня недели по-русски.';

drop view if exists bi.dim_second;
create view bi.dim_second with (security_barrier) as
select
    core.part_key(creative.creative_id, second_no) as second_key,
    creative.creative_id as creative_key,
    second_no,
    creative.campaign_id as campaign_key,
    core.part_key(creative.creative_id, coalesce(scene.scene_no, 1)) as scene_key,
    coalesce(scene.scene_no, 1) as scene_no,
    to_char(make_interval(secs => second_no), 'HH24:MI:SS') as clock_text,
    second_no * 1000     as start_ms,
    case when second_no = creative.duration_s - 1
        then greatest(video.duration_ms, second_no * 1000 + 1) else (second_no + 1) * 1000 end as end_ms,
    creative.duration_s - second_no as remaining_s
from core.visible_creative as creative
join core.creative as video on video.id = creative.creative_id
cross join lateral generate_series(0, creative.duration_s - 1) as second_no
left join lateral (
    select max(scene_no) as scene_no from agg.creative_scene
    where creative_id = creative.creative_id and start_ms <= second_no * 1000 + 500
) as scene on true;
comment on view bi.dim_second is 'One row per creative and second of it. | Одна строка на ролик и его секунду.';
comment on column bi.dim_second.second_key is 'Key to join facts by, as one number. | Ключ для соединения с фактами одним числом.';
comment on column bi.dim_second.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.dim_second.second_no is 'Whole seconds since the creative began, from 0. | Целые секунды от начала ролика, с 0.';
comment on column bi.dim_second.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_second.scene_key is 'The scene its middle lies in: bi.dim_scene. | Сцена, в которой лежит её середина: bi.dim_scene.';
comment on column bi.dim_second.scene_no is 'Number of that scene in the creative, from 1. | Номер этой сцены в ролике, с 1.';
comment on column bi.dim_second.clock_text is 'Where the second begins, as hh:mm:ss. | Начало секунды в виде чч:мм:сс.';
comment on column bi.dim_second.start_ms is 'Where it begins, in milliseconds of the creative. | Начало в миллисекундах ролика.';
comment on column bi.dim_second.end_ms is 'Where it ends; the last one ends with the creative. | Конец в миллисекундах; последняя кончается вместе с роликом.';
comment on column bi.dim_second.remaining_s is 'Seconds until the creative''s end, from 1 in the last one. | Секунд до конца ролика, 1 в последней.';

-- By generate_series, of which PostgreSQL expects a thousand rows, a creative has many scenes, as dim_second has
-- many seconds: both are joined to frames when these are read, not before, which would read them for each.
drop view if exists bi.dim_scene;
create view bi.dim_scene with (security_barrier) as
select
    core.part_key(creative.creative_id, coalesce(scene.scene_no, 1)) as scene_key,
    creative.creative_id as creative_key,
    coalesce(scene.scene_no, 1) as scene_no,
    creative.campaign_id as campaign_key,
    coalesce(scene.start_second_no, 0) as start_second_no,
    coalesce(lead(scene.start_second_no) over in_turn, creative.duration_s) as end_second_no,
    coalesce(scene.start_ms, 0) as scene_start_ms,
    coalesce(lead(scene.start_ms) over in_turn, video.duration_ms) as scene_end_ms
from core.visible_creative as creative
join core.creative as video on video.id = creative.creative_id
cross join lateral generate_series(creative.creative_id, creative.creative_id) as only_creative (creative_id)
left join lateral (
    select scene_no, start_ms,
        -- the first second whose middle lies in it, as bi.dim_second has it
        least((start_ms + 499) / 1000, creative.duration_s) as start_second_no
    from agg.creative_scene
    where creative_id = creative.creative_id
) as scene on true
window in_turn as (partition by creative.creative_id order by scene.scene_no);
comment on view bi.dim_scene is 'One row per creative and scene, divided by its cuts and dissolves; a creative whose scenes are not detected yet is one scene. | Одна строка на ролик и сцену: сцены разделены склейками и наплывами; ролик, сцены которого ещё не найдены, считается одной сценой.';
comment on column bi.dim_scene.scene_key is 'Key to join facts and seconds by, as one number. | Ключ для соединения с фактами и секундами одним числом.';
comment on column bi.dim_scene.creative_key is 'The creative: bi.dim_creative. | Ролик: bi.dim_creative.';
comment on column bi.dim_scene.scene_no is 'Number of the scene in the creative, from 1. | Номер сцены в ролике, с 1.';
comment on column bi.dim_scene.campaign_key is 'The campaign: bi.dim_campaign. | Кампания: bi.dim_campaign.';
comment on column bi.dim_scene.start_second_no is 'Its first second: bi.dim_second. | Её первая секунда: bi.dim_second.';
comment on column bi.dim_scene.end_second_no is 'Second after its last; its first one where it is too short to have the middle of any. | Секунда после её последней; равна первой, если сцена так коротка, что не содержит середины ни одной секунды.';
comment on column bi.dim_scene.scene_start_ms is 'Where it begins, in milliseconds of the creative: at a cut its first frame, at a dissolve or fade the middle. | Начало в миллисекундах ролика: при склейке первый кадр, при наплыве или затемнении середина.';
comment on column bi.dim_scene.scene_end_ms is 'Where the next one begins, or the creative ends. | Начало следующей сцены или конец ролика.';
