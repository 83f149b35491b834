-- Rules that several queries need, and what the views of bi are built on. "create or replace" leaves
-- the views of bi as they are and allows new columns at the end only: for anything else drop the
-- view here "cascade" and touch the files of bi, so that all of them run again.

-- The condition is that of ix_analysis_run_unfinished.
create or replace view core.unfinished_run as
select id as run_id, recording_id, state
from core.analysis_run
where is_current and state in ('QUEUED', 'RUNNING');
comment on view core.unfinished_run is 'One row per current analysis run that has not ended.';
comment on column core.unfinished_run.run_id is 'The run.';
comment on column core.unfinished_run.recording_id is 'The recording.';
comment on column core.unfinished_run.state is 'QUEUED or RUNNING.';

-- By recordings, whose number is what matters: a creative without any is not waited for.
create or replace view core.campaign_state as
select campaign.id as campaign_id,
    count(distinct creative.id) as creatives,
    count(distinct recording.id) as recordings,
    count(distinct recording.id) filter (where run.run_id is not null) as unfinished,
    case
        when count(creative.id) = 0 then 'NO_CREATIVE'
        when count(recording.id) = 0 then 'NO_RECORDING'
        when bool_or(recording.id is not null
            and (run.run_id is not null or creative.summary_state not in ('CURRENT', 'FAILED')))
            then 'ANALYSING'
        when bool_or(recording.id is not null and creative.summary_state = 'FAILED') then 'FAILED'
        else 'READY'
    end as state
from core.campaign
left join core.creative on creative.campaign_id = campaign.id and creative.deleted_at is null
left join core.recording on recording.creative_id = creative.id
left join core.unfinished_run as run on run.recording_id = recording.id
group by campaign.id;
comment on view core.campaign_state is 'One row per campaign: how far it is; without creatives in the bin.';
comment on column core.campaign_state.campaign_id is 'The campaign.';
comment on column core.campaign_state.creatives is 'Its creatives.';
comment on column core.campaign_state.recordings is 'Their recordings.';
comment on column core.campaign_state.unfinished is 'Those whose analysis has not ended.';
comment on column core.campaign_state.state is 'NO_CREATIVE, NO_RECORDING, ANALYSING while recordings are analysed or figures calculated, FAILED when those of a creative could not be, READY.';

-- A barrier: a condition that could tell a hidden row by its error message is not evaluated before
-- the row is seen to be visible. PostgreSQL expects "is not null" to be true, and most campaigns to be seen;
-- of "= any" it expects next to none, and of their viewings one.
-- So it does of "is null", whence the roundabout way to say that something does not lie in the bin.
create or replace view core.visible_campaign with (security_barrier) as
select campaign.id as campaign_id, campaign.client_id,
    core.min_group_size(campaign.is_synthetic) as min_group_size
from core.campaign
where array_position((select core.visible_clients()), campaign.client_id) is not null
    and case when campaign.deleted_at is null then 1 end is not null;
comment on view core.visible_campaign is 'One row per campaign that the session may see in bi; none in the bin.';
comment on column core.visible_campaign.campaign_id is 'The campaign.';
comment on column core.visible_campaign.client_id is 'Its client.';
comment on column core.visible_campaign.min_group_size is 'Minimum number of viewers whose figures are shown together.';

create or replace view core.visible_creative with (security_barrier) as
select creative.id as creative_id, creative.campaign_id, campaign.min_group_size,
    creative.duration_s,
    score.engaged + score.critical + score.silent as viewers,
    score.engaged + score.critical + score.silent >= campaign.min_group_size is true as is_shown,
    score.computed_at
from core.creative
join core.visible_campaign as campaign on campaign.campaign_id = creative.campaign_id
left join agg.creative_score as score on score.creative_id = creative.id
where case when creative.deleted_at is null then 1 end is not null;
comment on view core.visible_creative is 'One row per creative that the session may see in bi.';
comment on column core.visible_creative.creative_id is 'The creative.';
comment on column core.visible_creative.campaign_id is 'Its campaign.';
comment on column core.visible_creative.min_group_size is 'Minimum number of viewers whose figures are shown together.';
comment on column core.visible_creative.duration_s is 'Length in whole seconds: a tail under half a second is no second; at least 1.';
comment on column core.visible_creative.viewers is 'Viewers counted; empty until summarised.';
comment on column core.visible_creative.is_shown is 'True when they are enough for figures over all of them to be shown.';
comment on column core.visible_creative.computed_at is 'When its figures were computed, the curve, moments and peaks with them; empty until summarised.';

create or replace view core.visible_run with (security_barrier) as
select run.id as run_id, run.is_current, run.state, run.recording_id, recording.viewer_id,
    recording.creative_id, creative.campaign_id, recording.clock_from_ms, recording.clock_until_ms,
    recording.clock_creative_ms,
    (recording.created_at at time zone 'UTC')::date as created_date,
    case when viewing.analysis_run_id = run.id then viewing.is_counted end as is_counted,
    run.queued_month as run_month,
    case when viewing.analysis_run_id = run.id then viewing.computed_at end as computed_at
from core.analysis_run as run
join core.recording on recording.id = run.recording_id
join core.creative on creative.id = recording.creative_id and case when creative.deleted_at is null then 1 end is not null
join core.visible_campaign as campaign on campaign.campaign_id = creative.campaign_id
left join agg.viewing on viewing.recording_id = recording.id;
comment on view core.visible_run is 'One row per analysis run that the session may see in bi.';
comment on column core.visible_run.run_id is 'The run.';
comment on column core.visible_run.is_current is 'True for the run that counts; one a recording.';
comment on column core.visible_run.state is 'QUEUED, RUNNING, COMPLETED or FAILED.';
comment on column core.visible_run.recording_id is 'The recording.';
comment on column core.visible_run.viewer_id is 'The viewer.';
comment on column core.visible_run.creative_id is 'The creative that was watched.';
comment on column core.visible_run.campaign_id is 'Its campaign.';
comment on column core.visible_run.clock_from_ms is 'Where each stretch begins in which recording and creative ran on together, in milliseconds of the recording.';
comment on column core.visible_run.clock_until_ms is 'Where each of these stretches ends.';
comment on column core.visible_run.clock_creative_ms is 'Time in the creative at the beginning of each of these stretches.';
comment on column core.visible_run.created_date is 'Day on which the recording was uploaded, UTC.';
comment on column core.visible_run.is_counted is 'True when the viewing that was computed from it counts, false when it is excluded; empty until analysed.';
comment on column core.visible_run.run_month is 'Where its frames lie.';
comment on column core.visible_run.computed_at is 'When the viewing and its seconds were computed from it; empty until analysed.';

-- Clients are told to send neither names nor addresses; what looks like a mail address is not shown all the same.
create or replace view core.visible_viewer with (security_barrier) as
select viewer.id as viewer_id, viewer.campaign_id,
    case when viewer.code like '%@%' then 'viewer-' || viewer.id else viewer.code end as code,
    case
        when viewer.segments::text not like '%@%' then viewer.segments
        else (
            select coalesce(jsonb_object_agg(attribute.key, attribute.value), '{}')
            from jsonb_each(viewer.segments) as attribute
            where attribute.key || attribute.value::text not like '%@%')
    end as segments
from core.viewer
join core.visible_campaign as campaign on campaign.campaign_id = viewer.campaign_id
where case when viewer.remove_at is null then 1 end is not null;
comment on view core.visible_viewer is 'One row per viewer that the session may see in bi.';
comment on column core.visible_viewer.viewer_id is 'The viewer.';
comment on column core.visible_viewer.campaign_id is 'The campaign the pseudonym belongs to.';
comment on column core.visible_viewer.code is 'Pseudonym; one built from the key where the client''s contains an @.';
comment on column core.visible_viewer.segments is 'Attributes to compare by, without those that contain an @.';
