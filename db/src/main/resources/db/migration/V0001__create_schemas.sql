-- The application reads and writes rows; it can neither create nor change tables.
create schema core;
comment on schema core is 'What users gave us and what the jobs found: written by the application only.';
create schema agg;
comment on schema agg is 'Summaries computed from frame rows; always recomputable.';
create schema bi;
comment on schema bi is 'Stable read-only views for BI tools.';
create schema part;
comment on schema part is 'Months of core.frame_observation; reached through it only.';

grant usage on schema core, agg to otklik_app;
alter default privileges in schema core grant select, insert, update, delete on tables to otklik_app;
alter default privileges in schema agg grant select, insert, update, delete on tables to otklik_app;
alter default privileges in schema core grant usage on sequences to otklik_app;
