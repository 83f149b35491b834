alter table core.viewer
    add column nps_answer  smallint,
    add column csat_answer smallint,
    add column answered_at timestamptz,
    add constraint ck_viewer_nps check (nps_answer between 0 and 10),
    add constraint ck_viewer_csat check (csat_answer between 1 and 5),
    add constraint ck_viewer_answered check (
        (answered_at is null) = (nps_answer is null and csat_answer is null));
comment on column core.viewer.nps_answer is 'Answer to "How likely are you to recommend …?", 0..10; empty when not asked.';
comment on column core.viewer.csat_answer is 'Answer to "How satisfied are you …?", 1..5; empty when not asked.';
comment on column core.viewer.answered_at is 'When an answer was last stored.';
