-- The application reads and writes rows; it can neither create nor change tables.
grant usage on schema core, agg to otklik_app;
grant select, insert, update, delete on all tables in schema core, agg to otklik_app;
grant usage on all sequences in schema core to otklik_app;
alter default privileges in schema core grant select, insert, update, delete on tables to otklik_app;
alter default privileges in schema agg grant select, insert, update, delete on tables to otklik_app;
alter default privileges in schema core grant usage on sequences to otklik_app;
create schema bi;
comment on schema bi is 'Stable read-only views for BI tools.';
