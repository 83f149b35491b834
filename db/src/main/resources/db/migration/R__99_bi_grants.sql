-- The reader sees the views of bi and nothing else. ${flyway:timestamp}: run after every change of a view.
grant usage on schema bi to bi_reader;
grant select on all tables in schema bi to bi_reader;
