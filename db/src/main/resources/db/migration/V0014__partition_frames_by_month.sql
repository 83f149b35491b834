-- A month of frames lies in a table of its own, in the schema part: dropping it takes no time, and
-- what is asked of one run looks into one month. The month is that in which the run was asked for.
create schema part;
comment on schema part is 'Months of core.frame_observation; reached through it only.';

alter table core.analysis_run
    add column queued_month date not null
        generated always as (date_trunc('month', queued_at at time zone 'UTC')::date) stored,
    add constraint uq_analysis_run_month unique (id, queued_month);
comment on column core.analysis_run.queued_month is 'First day of the month, by UTC, in which it was asked for: where its frames lie.';

alter table core.frame_observation rename to frame_observation_whole;
alter table core.frame_observation_whole rename constraint pk_frame_observation to pk_frame_observation_whole;
create table core.frame_observation (
    like core.frame_observation_whole including constraints including comments,
    run_month date not null,
    constraint pk_frame_observation primary key (analysis_run_id, media_time_ms, face_track, run_month),
    constraint fk_frame_observation_run foreign key (analysis_run_id, run_month)
        references core.analysis_run (id, queued_month)
) partition by range (run_month);
comment on table core.frame_observation is 'One row per run, sampled frame and face track (0 = no face).';
comment on column core.frame_observation.run_month is 'The run''s queued_month: tells in which part the row lies.';
grant select, insert, update, delete on core.frame_observation to otklik_app;

-- Not "create table … partition of", which would wait for every reader and hold up every writer.
create function core.make_frame_month(any_day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    first_day date := date_trunc('month', any_day::timestamp)::date;
    part_name text := 'frame_observation_' || to_char(first_day, 'YYYY_MM');
begin
    if exists (select from pg_tables where schemaname = 'part' and tablename = part_name) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('core.make_frame_month'));
    -- By a query: to_regclass does not see what was made while this session waited.
    if exists (select from pg_tables where schemaname = 'part' and tablename = part_name) then
        return;
    end if;
    execute format('create table part.%I (like core.frame_observation including all)', part_name);
    execute format('alter table core.frame_observation attach partition part.%I for values from (%L) to (%L)',
        part_name, first_day, (first_day + interval '1 month')::date);
end
$$;
revoke execute on function core.make_frame_month(date) from public;
grant execute on function core.make_frame_month(date) to otklik_app;
comment on function core.make_frame_month(date) is 'Makes the part for the frames of runs asked for in the month of this day, if it is not there.';

select core.make_frame_month(month)
from (
    select queued_month as month from core.analysis_run
    union
    select now()::date
    union
    select (now() + interval '1 month')::date
) as needed;
insert into core.frame_observation
select frame.*, run.queued_month
from core.frame_observation_whole as frame
join core.analysis_run as run on run.id = frame.analysis_run_id
order by frame.analysis_run_id, frame.media_time_ms;
drop table core.frame_observation_whole;

create or replace view core.visible_run with (security_barrier) as
select run.id as run_id, run.is_current, run.state, run.recording_id, recording.viewer_id,
    recording.creative_id, creative.campaign_id, recording.creative_start_ms,
    (recording.created_at at time zone 'UTC')::date as created_date,
    case when viewing.analysis_run_id = run.id then viewing.outcome <> 'EXCLUDED' end as is_counted,
    run.queued_month as run_month
from core.analysis_run as run
join core.recording on recording.id = run.recording_id
join core.creative on creative.id = recording.creative_id
join core.visible_campaign as campaign on campaign.campaign_id = creative.campaign_id
left join agg.viewing on viewing.recording_id = recording.id;
comment on column core.visible_run.run_month is 'Where its frames lie.';
