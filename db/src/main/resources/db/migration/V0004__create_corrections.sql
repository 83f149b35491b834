-- How a viewer's frames are corrected before they become seconds, and what came of it. Frame rows stay raw.
alter table core.analysis_run
    add column baseline_method text    not null default 'NONE',
    add column baseline_s      integer,
    add column smoothing_ms    integer not null default 0,
    add constraint ck_analysis_run_baseline_method check (baseline_method in ('NONE', 'FIRST_SECONDS', 'WHOLE_MEDIAN')),
    add constraint ck_analysis_run_baseline_s check (
        case when baseline_method = 'FIRST_SECONDS'
            then baseline_s is not null and baseline_s between 2 and 60
            else baseline_s is null
        end),
    add constraint ck_analysis_run_smoothing check (smoothing_ms between 0 and 2000);
comment on column core.analysis_run.baseline_method is 'How the viewer''s level at rest is found that is taken out of the seconds: NONE (nothing is), FIRST_SECONDS (mean over the first baseline_s) or WHOLE_MEDIAN (median over the recording).';
comment on column core.analysis_run.baseline_s is 'Length of the stretch for FIRST_SECONDS, in seconds of the recording; else empty.';
comment on column core.analysis_run.smoothing_ms is 'Standard deviation of the Gaussian in time by which the seconds'' frames are smoothed, in milliseconds; 0: not smoothed.';

alter table agg.viewing
    add column baseline_state text,
    add constraint ck_viewing_baseline_state check (baseline_state in ('OFF', 'REMOVED', 'TOO_SHORT'));
update agg.viewing set baseline_state = 'OFF' where exclusion_reason is distinct from 'ANALYSIS_FAILED';
comment on column agg.viewing.baseline_state is 'OFF (not asked for), REMOVED (the viewer''s level at rest is taken out) or TOO_SHORT (too little was observed to find it: uncorrected); empty where the analysis failed.';
