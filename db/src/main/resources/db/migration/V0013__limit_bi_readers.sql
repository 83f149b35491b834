-- Who sees what in bi: named readers are limited to clients, small groups are not shown.
create table core.bi_reader_client (
    role_name name   not null,
    client_id bigint not null,
    constraint pk_bi_reader_client primary key (role_name, client_id),
    constraint fk_bi_reader_client_client foreign key (client_id) references core.client (id)
);
comment on table core.bi_reader_client is 'One row per named reader of bi and client whose rows it may see.';
comment on column core.bi_reader_client.role_name is 'The reader''s login in the database: a member of bi_reader.';
comment on column core.bi_reader_client.client_id is 'The client.';
revoke insert, update, delete on core.bi_reader_client from otklik_app;

-- By session_user, which SET ROLE leaves as it is; whoever is in no row sees nothing.
create function core.visible_clients() returns bigint[]
    language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(client.id), '{}')
    from core.client
    where session_user = 'bi_reader'
        or pg_has_role(session_user, 'otklik_owner', 'member')
        or exists (
            select from core.bi_reader_client as reader
            where reader.role_name = session_user and reader.client_id = client.id)
$$;
comment on function core.visible_clients() is 'Clients whose rows the session may see in bi: all for bi_reader and the owner, its own for a named reader.';

create function core.least_group_size(is_synthetic boolean) returns integer
    language sql immutable parallel safe
as $$ select case when is_synthetic then 1 else 5 end $$;
comment on function core.least_group_size(boolean) is 'Fewest viewers whose figures are shown together: smaller groups would show persons; drawn viewers are none.';

-- Limits the login to the clients named, and makes it when it is not there; without a password it cannot sign in.
create function core.limit_bi_reader(login name, variadic client_codes text[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    unknown text;
begin
    select string_agg(code, ', ') into unknown
    from unnest(client_codes) as code
    where code is null or code not in (select client.code from core.client);
    if unknown is not null or cardinality(client_codes) = 0 then
        raise 'No client has the code %', coalesce(unknown, '(none given)');
    end if;
    if login in ('bi_reader', 'otklik_app', 'otklik_owner') or starts_with(login, 'pg_') then
        raise 'The role % is not a named reader''s', login;
    end if;
    if exists (select from pg_roles where rolname = login and (rolsuper or pg_has_role(oid, 'otklik_owner', 'member'))) then
        raise 'The role % sees everything and cannot be limited', login;
    end if;
    if not exists (select from pg_roles where rolname = login) then
        execute format('create role %I login', login);
    end if;
    execute format('grant bi_reader to %I', login);
    execute format('alter role %I set default_transaction_read_only = on', login);
    execute format('alter role %I set statement_timeout = ''60s''', login);
    execute format('alter role %I set search_path = bi', login);
    delete from core.bi_reader_client where role_name = login;
    insert into core.bi_reader_client (role_name, client_id)
    select distinct login, client.id from core.client where client.code = any (client_codes);
end
$$;
revoke execute on function core.limit_bi_reader(name, text[]) from public;
comment on function core.limit_bi_reader(name, text[]) is 'Makes a reader of bi that sees these clients only, or changes which; called by a superuser.';

-- What the views of bi are built on. A barrier: a condition that could tell a hidden row by its
-- error message is not evaluated before the row is seen to be visible.
create view core.visible_campaign with (security_barrier) as
select campaign.id as campaign_id, campaign.client_id,
    core.least_group_size(campaign.is_synthetic) as least_group_size
from core.campaign
where campaign.client_id = any ((select core.visible_clients())::bigint[]);
comment on view core.visible_campaign is 'One row per campaign that the session may see in bi.';
comment on column core.visible_campaign.campaign_id is 'The campaign.';
comment on column core.visible_campaign.client_id is 'Its client.';
comment on column core.visible_campaign.least_group_size is 'Fewest viewers whose figures are shown together.';

create view core.visible_creative with (security_barrier) as
select creative.id as creative_id, creative.campaign_id, campaign.least_group_size,
    greatest(1, round(creative.duration_ms / 1000.0))::integer as duration_s,
    score.engaged + score.critical + score.silent as viewers,
    score.engaged + score.critical + score.silent >= campaign.least_group_size is true as is_shown
from core.creative
join core.visible_campaign as campaign on campaign.campaign_id = creative.campaign_id
left join agg.creative_score as score on score.creative_id = creative.id;
comment on view core.visible_creative is 'One row per creative that the session may see in bi.';
comment on column core.visible_creative.creative_id is 'The creative.';
comment on column core.visible_creative.campaign_id is 'Its campaign.';
comment on column core.visible_creative.least_group_size is 'Fewest viewers whose figures are shown together.';
comment on column core.visible_creative.duration_s is 'Length in whole seconds: a tail under half a second is no second; at least 1.';
comment on column core.visible_creative.viewers is 'Viewers counted; empty until summarised.';
comment on column core.visible_creative.is_shown is 'True when they are enough for figures over all of them to be shown.';

create view core.visible_run with (security_barrier) as
select run.id as run_id, run.is_current, run.state, run.recording_id, recording.viewer_id,
    recording.creative_id, creative.campaign_id, recording.creative_start_ms,
    (recording.created_at at time zone 'UTC')::date as created_date,
    case when viewing.analysis_run_id = run.id then viewing.outcome <> 'EXCLUDED' end as is_counted
from core.analysis_run as run
join core.recording on recording.id = run.recording_id
join core.creative on creative.id = recording.creative_id
join core.visible_campaign as campaign on campaign.campaign_id = creative.campaign_id
left join agg.viewing on viewing.recording_id = recording.id;
comment on view core.visible_run is 'One row per analysis run that the session may see in bi.';
comment on column core.visible_run.run_id is 'The run.';
comment on column core.visible_run.is_current is 'True for the run that counts; one a recording.';
comment on column core.visible_run.state is 'QUEUED, RUNNING, COMPLETED or FAILED.';
comment on column core.visible_run.recording_id is 'The recording.';
comment on column core.visible_run.viewer_id is 'The viewer.';
comment on column core.visible_run.creative_id is 'The creative that was watched.';
comment on column core.visible_run.campaign_id is 'Its campaign.';
comment on column core.visible_run.creative_start_ms is 'Time in the recording at which the creative begins, in milliseconds.';
comment on column core.visible_run.created_date is 'Day on which the recording was uploaded, UTC.';
comment on column core.visible_run.is_counted is 'True when the viewing that was computed from it counts, false when it is excluded; empty until analysed.';

-- Clients are told to send neither names nor addresses; what looks like a mail is not handed on all the same.
create view core.visible_viewer with (security_barrier) as
select viewer.id as viewer_id, viewer.campaign_id,
    case when viewer.code like '%@%' then 'viewer-' || viewer.id else viewer.code end as code,
    case
        when viewer.segments::text not like '%@%' then viewer.segments
        else (
            select coalesce(jsonb_object_agg(attribute.key, attribute.value), '{}')
            from jsonb_each(viewer.segments) as attribute
            where attribute.key || attribute.value::text not like '%@%')
    end as segments
from core.viewer
join core.visible_campaign as campaign on campaign.campaign_id = viewer.campaign_id;
comment on view core.visible_viewer is 'One row per viewer that the session may see in bi.';
comment on column core.visible_viewer.viewer_id is 'The viewer.';
comment on column core.visible_viewer.campaign_id is 'The campaign the pseudonym belongs to.';
comment on column core.visible_viewer.code is 'Pseudonym; one made of the key where the client''s contains an @.';
comment on column core.visible_viewer.segments is 'Attributes to compare by, without those that contain an @.';

alter table agg.creative_score
    add column emo_nps_low  double precision,
    add column emo_nps_high double precision;
comment on column agg.creative_score.emo_nps_low is 'Lower end of its 95 % bootstrap interval over viewers; empty in summaries from before it was stored.';
comment on column agg.creative_score.emo_nps_high is 'Upper end of its 95 % bootstrap interval over viewers; empty in summaries from before it was stored.';
