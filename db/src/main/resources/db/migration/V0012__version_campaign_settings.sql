-- A campaign's settings become versions that never change, so that figures can be computed anew from
-- stored frame rows and explained later; and an analyst's verdict on a viewing is kept.
create table core.campaign_settings (
    campaign_id         bigint      not null,
    version             integer     not null,
    state_threshold     double precision not null,
    coverage_limit      double precision not null,
    least_trace_share   double precision not null,
    least_trace_seconds double precision not null,
    silent_weight       double precision not null,
    polarity            jsonb       not null,
    baseline_method     text        not null,
    baseline_s          integer,
    smoothing_ms        integer     not null,
    note                text,
    changed_at          timestamptz not null default now(),
    changed_by          bigint      not null,
    constraint pk_campaign_settings primary key (campaign_id, version),
    constraint fk_campaign_settings_campaign foreign key (campaign_id) references core.campaign (id),
    constraint fk_campaign_settings_changed_by foreign key (changed_by) references core.app_user (id),
    constraint ck_campaign_settings_version check (version >= 1),
    constraint ck_campaign_settings_limits check (
        state_threshold between 0 and 1 and coverage_limit between 0 and 1
        and least_trace_share between 0 and 1 and least_trace_seconds > 0 and silent_weight between 0.2 and 1),
    constraint ck_campaign_settings_polarity check (
        polarity ?& array['ANGER', 'DISGUST', 'FEAR', 'HAPPINESS', 'SADNESS', 'SURPRISE', 'NEUTRAL']
        and polarity ->> 'NEUTRAL' = 'NEUTRAL'),
    constraint ck_campaign_settings_baseline_method check (baseline_method in ('NONE', 'FIRST_SECONDS', 'WHOLE_MEDIAN')),
    constraint ck_campaign_settings_baseline_s check (
        case when baseline_method = 'FIRST_SECONDS'
            then baseline_s is not null and baseline_s between 2 and 60
            else baseline_s is null
        end),
    constraint ck_campaign_settings_smoothing check (smoothing_ms between 0 and 2000)
);
comment on table core.campaign_settings is 'One row per campaign and version of its settings; rows are added and never changed.';
comment on column core.campaign_settings.campaign_id is 'The campaign.';
comment on column core.campaign_settings.version is 'Counted within the campaign, from 1.';
comment on column core.campaign_settings.state_threshold is 'Least mean probability that makes a second positive or negative, 0..1.';
comment on column core.campaign_settings.coverage_limit is 'Least observed share of the creative for a viewing to count, 0..1.';
comment on column core.campaign_settings.least_trace_share is 'Least trace as a share of the observed seconds, 0..1.';
comment on column core.campaign_settings.least_trace_seconds is 'Least trace in seconds.';
comment on column core.campaign_settings.silent_weight is 'K of EmoNPS: the weight of silent viewers, 0.2..1.';
comment on column core.campaign_settings.polarity is 'The group of each of the seven emotions: POSITIVE, NEGATIVE or NEUTRAL.';
comment on column core.campaign_settings.baseline_method is 'How a viewer''s level at rest is found that is taken out of the seconds: NONE (nothing is), FIRST_SECONDS (mean over the first baseline_s) or WHOLE_MEDIAN (median over the recording).';
comment on column core.campaign_settings.baseline_s is 'Length of the stretch for FIRST_SECONDS, in seconds of the recording; else empty.';
comment on column core.campaign_settings.smoothing_ms is 'Standard deviation of the smoothing in time, in milliseconds; 0: none.';
comment on column core.campaign_settings.note is 'Why they were changed, in the words of who changed them.';
comment on column core.campaign_settings.changed_at is 'When this version was made.';
comment on column core.campaign_settings.changed_by is 'Who made it.';

insert into core.campaign_settings (
    campaign_id, version, state_threshold, coverage_limit, least_trace_share, least_trace_seconds,
    silent_weight, polarity, baseline_method, smoothing_ms, changed_at, changed_by)
select
    id, 1, state_threshold, coverage_limit, least_trace_share, least_trace_seconds, silent_weight,
    '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "HAPPINESS": "POSITIVE", "SADNESS": "NEGATIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
    'NONE', 0, created_at, created_by
from core.campaign;

-- Deferred, because a campaign and its first settings name each other.
alter table core.campaign
    add column settings_version integer not null default 1,
    add constraint fk_campaign_settings_version foreign key (id, settings_version)
        references core.campaign_settings (campaign_id, version) deferrable initially deferred,
    drop constraint ck_campaign_settings,
    drop column state_threshold,
    drop column coverage_limit,
    drop column least_trace_share,
    drop column least_trace_seconds,
    drop column silent_weight,
    drop column polarity_version;
comment on column core.campaign.settings_version is 'The version of its settings that holds: core.campaign_settings.';

-- A run's own correction; a run for which none was asked follows its campaign.
alter table core.analysis_run
    alter column baseline_method drop not null,
    alter column baseline_method drop default,
    alter column smoothing_ms drop not null,
    alter column smoothing_ms drop default;
update core.analysis_run set baseline_method = null, smoothing_ms = null
where baseline_method = 'NONE' and smoothing_ms = 0;
alter table core.analysis_run
    add constraint ck_analysis_run_correction check ((baseline_method is null) = (smoothing_ms is null));
comment on column core.analysis_run.baseline_method is 'How the viewer''s level at rest is found that is taken out of the seconds: NONE, FIRST_SECONDS or WHOLE_MEDIAN; empty where the campaign''s correction holds.';
comment on column core.analysis_run.smoothing_ms is 'Standard deviation of the smoothing in time, in milliseconds; 0: none; empty where the campaign''s correction holds.';

create table core.viewing_verdict (
    id           bigint      generated by default as identity,
    recording_id bigint      not null,
    verdict      text        not null,
    note         text,
    decided_at   timestamptz not null default now(),
    decided_by   bigint      not null,
    constraint pk_viewing_verdict primary key (id),
    constraint fk_viewing_verdict_recording foreign key (recording_id) references core.recording (id),
    constraint fk_viewing_verdict_decided_by foreign key (decided_by) references core.app_user (id),
    constraint ck_viewing_verdict_verdict check (verdict in ('EXCLUDED', 'AUTOMATIC')),
    constraint ck_viewing_verdict_note check (verdict = 'AUTOMATIC' or note is not null)
);
create index ix_viewing_verdict_recording on core.viewing_verdict (recording_id);
comment on table core.viewing_verdict is 'One row per decision of an analyst on a viewing; the newest holds, rows are added and never changed.';
comment on column core.viewing_verdict.id is 'Surrogate key.';
comment on column core.viewing_verdict.recording_id is 'The recording whose viewing it is.';
comment on column core.viewing_verdict.verdict is 'EXCLUDED: left out of all figures; AUTOMATIC: judged by the settings alone, as without a decision.';
comment on column core.viewing_verdict.note is 'Why, in the analyst''s words; never empty where EXCLUDED.';
comment on column core.viewing_verdict.decided_at is 'When it was decided.';
comment on column core.viewing_verdict.decided_by is 'Who decided.';

revoke update on core.campaign_settings, core.viewing_verdict from otklik_app;

alter table agg.viewing
    add column settings_version integer,
    add column verdict_id       bigint,
    add constraint fk_viewing_verdict foreign key (verdict_id) references core.viewing_verdict (id);
update agg.viewing set settings_version = 1;
alter table agg.viewing alter column settings_version set not null;
comment on column agg.viewing.settings_version is 'Version of the campaign''s settings it was computed with.';
comment on column agg.viewing.verdict_id is 'The analyst''s verdict it was computed with; empty where there was none.';
comment on column agg.viewing.exclusion_reason is 'NO_VIEWER, LOW_COVERAGE, ANALYSIS_FAILED or EXCLUDED_BY_ANALYST, where excluded.';

alter table agg.creative_score
    add column settings_version integer,
    drop column state_threshold,
    drop column coverage_limit,
    drop column least_trace_share,
    drop column least_trace_seconds,
    drop column polarity_version;
update agg.creative_score set settings_version = 1;
alter table agg.creative_score alter column settings_version set not null;
comment on column agg.creative_score.settings_version is 'Version of the campaign''s settings it was computed with.';

-- Moments of surprise count surprised viewers, as attraction does, no longer the mean probability.
alter table agg.creative_second
    add column surprise_share double precision;
comment on column agg.creative_second.surprise_share is 'Share of viewings whose most probable emotion is surprise, 0..1; empty in summaries from before it was counted.';
with outdated as (
    update core.creative set summary_state = 'STALE' where summary_state = 'CURRENT' returning id
)
insert into core.job_request (job_name, subject_id)
select 'summarise-creative', id from outdated
on conflict (job_name, subject_id) where state = 'QUEUED' do nothing;
