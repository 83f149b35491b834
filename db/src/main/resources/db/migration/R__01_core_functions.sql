-- Run before the views, which call these; "create or replace" leaves what is built on them as it is.

-- By session_user, which SET ROLE does not change; a login that no row names sees nothing.
create or replace function core.visible_clients() returns bigint[]
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

create or replace function core.min_group_size(is_synthetic boolean) returns integer
    language sql immutable parallel safe
as $$ select case when is_synthetic then 1 else 5 end $$;
comment on function core.min_group_size(boolean) is 'Minimum number of viewers whose figures are shown together: smaller groups would show persons; synthetic viewers are none.';

create or replace function core.part_key(creative_id bigint, part_no integer) returns bigint
    language sql immutable parallel safe
as $$ select case when part_no between 0 and 999999 then creative_id * 1000000 + part_no end $$;
comment on function core.part_key(bigint, integer) is 'Key of a numbered part of a creative, a second or a scene, as one number; empty before its start.';

-- A recording of many stretches, by a study's link.
create or replace function core.creative_time_in_stretches_ms(
        media_time_ms integer, from_ms integer[], until_ms integer[], creative_ms integer[]) returns integer
    language plpgsql immutable parallel safe
as $$
begin
    for place in 1 .. cardinality(from_ms) loop
        if media_time_ms >= from_ms[place] and media_time_ms < until_ms[place] then
            return creative_ms[place] + media_time_ms - from_ms[place];
        end if;
    end loop;
    return null;
end
$$;
comment on function core.creative_time_in_stretches_ms(integer, integer[], integer[], integer[]) is 'As core.creative_time_ms, for any number of stretches.';

-- One expression, so that a query of millions of frames calls nothing for the ordinary recording of one stretch;
-- parsed when it is made, since logins of bi may not look into the schema core.
create or replace function core.creative_time_ms(
        media_time_ms integer, from_ms integer[], until_ms integer[], creative_ms integer[]) returns integer
    language sql immutable parallel safe
    return case
        when cardinality(from_ms) <> 1
            then core.creative_time_in_stretches_ms(media_time_ms, from_ms, until_ms, creative_ms)
        when media_time_ms >= from_ms[1] and media_time_ms < until_ms[1]
            then creative_ms[1] + media_time_ms - from_ms[1]
    end;
comment on function core.creative_time_ms(integer, integer[], integer[], integer[]) is 'Time in the creative at a time of the recording, by the stretches in which both ran on together, in milliseconds; empty outside of them.';

create or replace function core.segment_key(campaign_id bigint, name text, value text) returns text
    language sql immutable parallel safe
as $$ select md5(campaign_id::text || E'\x1f' || name || E'\x1f' || coalesce(value, '')) $$;
comment on function core.segment_key(bigint, text, text) is 'Key of a segment: a hash of its campaign, name and value, so that it stays the same when rows come and go.';

create or replace function core.judges_like(settings core.campaign_settings, other core.campaign_settings)
    returns boolean
    language sql immutable parallel safe
as $$
    select (settings.state_threshold, settings.coverage_limit, settings.min_response_share,
            settings.min_response_s, settings.silent_weight, settings.polarity,
            settings.baseline_method, settings.baseline_s, settings.smoothing_ms)
        is not distinct from (other.state_threshold, other.coverage_limit, other.min_response_share,
            other.min_response_s, other.silent_weight, other.polarity,
            other.baseline_method, other.baseline_s, other.smoothing_ms)
$$;
comment on function core.judges_like(core.campaign_settings, core.campaign_settings) is 'True when two versions of settings give the same figures, so that these may be compared.';

-- By a superuser, after every migration for bi_reader. First goes what the login has set for itself, which a
-- role always may. It cannot lift the number of its connections nor the size of its temporary files, of which
-- each session has so much. Without nested loops no join of two views reads one of them again for each row
-- of the other, which PostgreSQL, who cannot look behind their barriers, else takes for the cheapest.
create or replace function core.limit_bi_login(login name) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    place text;
    setting text;
begin
    for place in
        select format(' in database %I', datname)
        from pg_db_role_setting
        join pg_database on pg_database.oid = setdatabase
        where setrole = (select oid from pg_roles where rolname = login)
        union all select ''
    loop
        execute format('alter role %I', login) || place || ' reset all';
    end loop;
    execute format('alter role %I connection limit 10', login);
    foreach setting in array array[
        'default_transaction_read_only = on',
        'statement_timeout = ''60s''',
        'idle_in_transaction_session_timeout = ''5min''',
        'idle_session_timeout = ''30min''',
        'temp_file_limit = ''2GB''',
        'search_path = bi',
        'enable_nestloop = off',
        'jit = off']
    loop
        execute format('alter role %I set ', login) || setting;
    end loop;
end
$$;
revoke execute on function core.limit_bi_login(name) from public;
comment on function core.limit_bi_login(name) is 'Sets the limits of a login that reads bi: connections, times, temporary files, plans; called by a superuser.';

-- Limits the login to the clients named, and creates it when it is not there; without a password it cannot sign in.
create or replace function core.limit_bi_reader(login name, variadic client_codes text[]) returns void
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
    perform core.limit_bi_login(login);
    delete from core.bi_reader_client where role_name = login;
    insert into core.bi_reader_client (role_name, client_id)
    select distinct login, client.id from core.client where client.code = any (client_codes);
end
$$;
revoke execute on function core.limit_bi_reader(name, text[]) from public;
comment on function core.limit_bi_reader(name, text[]) is 'Creates a reader of bi that sees these clients only, or changes which; called by a superuser.';

-- The servers' pools ask this of each new connection.
create or replace function core.require_open_run() returns void
    language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from core.node_run
        where run_id::text = right(current_setting('application_name'), 36) and ended_at is not null
    ) then
        raise exception 'This server was held for lost, and others do its work: it has to start anew.'
            using errcode = 'OT001';
    end if;
end
$$;
revoke execute on function core.require_open_run() from public;
grant execute on function core.require_open_run() to otklik_app;
comment on function core.require_open_run() is 'Refuses a connection of a server process that was held for lost.';

-- Not "create table … partition of", which would wait for every reader and hold up every writer.
create or replace function core.ensure_frame_month(any_day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    first_day date := date_trunc('month', any_day::timestamp)::date;
    part_name text := 'frame_observation_' || to_char(first_day, 'YYYY_MM');
begin
    if exists (select from pg_tables where schemaname = 'part' and tablename = part_name) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('core.ensure_frame_month'));
    -- By a query: to_regclass does not see what was created while this session waited.
    if exists (select from pg_tables where schemaname = 'part' and tablename = part_name) then
        return;
    end if;
    execute format('create table part.%I (like core.frame_observation including all)', part_name);
    execute format('alter table core.frame_observation attach partition part.%I for values from (%L) to (%L)',
        part_name, first_day, (first_day + interval '1 month')::date);
end
$$;
revoke execute on function core.ensure_frame_month(date) from public;
grant execute on function core.ensure_frame_month(date) to otklik_app;
comment on function core.ensure_frame_month(date) is 'Creates the partition for the frames of runs queued in the month of this day, if it is not there.';

select core.ensure_frame_month(day::date)
from unnest(array[now(), now() + interval '1 month']) as day;

create or replace function core.refuse_change_of_audit() returns trigger
    language plpgsql
as $$
begin
    raise exception 'Rows of core.audit_event are added and never changed.';
end
$$;
comment on function core.refuse_change_of_audit() is 'Keeps the audit log append-only, for its owner too.';
create or replace trigger tr_audit_event_append_only
before update or delete or truncate on core.audit_event
for each statement execute function core.refuse_change_of_audit();
