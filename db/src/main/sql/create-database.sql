-- Makes Otklik's roles and database in a PostgreSQL of the company's own, 17 or newer. Run once by a
-- superuser, with passwords of your own:
--   psql -v owner_password=… -v app_password=… -v reader_password=… -f create-database.sql
-- After the first start of Otklik: psql -d otklik -c "select core.limit_bi_login('bi_reader')"
\set ON_ERROR_STOP on
create role otklik_owner login password :'owner_password';
create role otklik_app login password :'app_password';
create role bi_reader login password :'reader_password';
grant pg_use_reserved_connections to otklik_app, otklik_owner;
-- The built-in locale sorts the same on every system and never changes with a library.
create database otklik owner otklik_owner template template0
    encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke all on database otklik from public;
grant connect on database otklik to otklik_app, bi_reader;
\connect otklik
create schema batch authorization otklik_app;
create schema timer authorization otklik_app;
-- Large objects belong to no schema: everybody may make them unless told otherwise.
revoke execute on function pg_catalog.lo_create(oid) from public;
revoke execute on function pg_catalog.lo_creat(integer) from public;
revoke execute on function pg_catalog.lo_from_bytea(oid, bytea) from public;
-- A session that takes some ten thousand of these locks fills the server's table of locks.
do $$
declare
    lock_function regprocedure;
begin
    for lock_function in
        select oid from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_'
    loop
        execute format('revoke execute on function %s from public', lock_function);
        execute format('grant execute on function %s to otklik_owner, otklik_app', lock_function);
    end loop;
end $$;
