-- Autovacuum analyses a table after fifty changes, which clients, campaigns or settings hardly ever see, and
-- plans are then made without knowing them. ${flyway:timestamp}: run for every new table. Months of frames,
-- which are large at once, are left as they are.
do $$
declare
    name regclass;
begin
    for name in
        select oid from pg_class
        where relkind = 'r' and relnamespace in ('core'::regnamespace, 'agg'::regnamespace)
    loop
        execute format('alter table %s set (autovacuum_analyze_threshold = 0)', name);
    end loop;
end
$$;
