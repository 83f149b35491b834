alter table core.report
    add column kind        text   not null default 'CREATIVE',
    add column campaign_id bigint,
    add column compared    jsonb,
    add column format      text   not null default 'PDF',
    add column time_zone   text   not null default 'UTC',
    add column data_as_of  timestamptz,
    add column settings    jsonb,
    add column kept_until  timestamptz,
    alter column creative_id drop not null;

update core.report
set campaign_id = creative.campaign_id
from core.creative
where creative.id = report.creative_id;

alter table core.report
    alter column campaign_id set not null,
    alter column kind drop default,
    alter column format drop default,
    alter column time_zone drop default,
    add constraint fk_report_campaign foreign key (campaign_id) references core.campaign (id),
    add constraint ck_report_kind check (kind in ('CREATIVE', 'CAMPAIGN', 'COMPARISON')),
    add constraint ck_report_format check (format in ('PDF', 'XLSX', 'CSV', 'PPTX')),
    add constraint ck_report_creative check ((kind = 'CREATIVE') = (creative_id is not null)),
    add constraint ck_report_compared check ((kind = 'COMPARISON') = (compared is not null));
create index ix_report_campaign on core.report (campaign_id);
create index ix_report_kept_until on core.report (kept_until) where kept_until is not null;

comment on table core.report is 'One row per report asked for: a file about one creative, campaign or comparison, in one language and format.';
comment on column core.report.kind is 'What it is about: CREATIVE, CAMPAIGN or COMPARISON.';
comment on column core.report.campaign_id is 'The campaign it is about, or whose creative or viewers it is about.';
comment on column core.report.creative_id is 'The creative it is about; empty for other kinds.';
comment on column core.report.compared is 'For COMPARISON: both groups, each with the public identifier of a creative (or null) and attributes of viewers.';
comment on column core.report.format is 'PDF, XLSX, CSV (a ZIP of tables) or PPTX.';
comment on column core.report.media_sha256 is 'The file in the media store, once completed, by its checksum.';
comment on column core.report.time_zone is 'IANA name of the time zone its times are printed in.';
comment on column core.report.data_as_of is 'When the newest figures it shows were computed; empty until completed.';
comment on column core.report.settings is 'The settings it was computed with, as printed in it: a JSON object by name; empty until completed.';
comment on column core.report.kept_until is 'When it may be deleted; empty: kept until somebody deletes it.';
