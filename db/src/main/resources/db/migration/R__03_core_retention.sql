-- What is deleted when, in one place: the job deletes by it, pages and mails tell by it.

create or replace view core.retention_period as
select campaign.id as campaign_id, period.data_class, period.keep_days, period.changed_at as since,
    period.is_own
from core.campaign
cross join lateral (
    select distinct on (data_class) data_class, keep_days, changed_at, is_own
    from (
        select data_class, keep_days, changed_at, false as is_own
        from core.client_retention where client_id = campaign.client_id
        union all
        select data_class, keep_days, changed_at, true
        from core.campaign_retention where campaign_id = campaign.id
    ) as set_period
    order by data_class, keep_days, changed_at
) as period;
comment on view core.retention_period is 'One row per campaign and class of data that is deleted after a period: the shorter one of client and campaign.';
comment on column core.retention_period.campaign_id is 'The campaign.';
comment on column core.retention_period.data_class is 'VIDEO, FRAMES, ANSWERS or REPORTS.';
comment on column core.retention_period.keep_days is 'For how many days it is kept.';
comment on column core.retention_period.since is 'Since when the period holds.';
comment on column core.retention_period.is_own is 'Whether it is the campaign''s own, and not the client''s.';

create or replace view core.retention_item as
with item as (
    select creative.campaign_id, 'VIDEO' as data_class, 'RECORDING' as subject_kind,
        recording.id as subject_id, recording.created_at as counted_from,
        (select sum(size_bytes) from core.media_object
         where sha256 in (recording.media_sha256, video.playable_sha256))::bigint as size_bytes
    from core.recording
    join core.creative on creative.id = recording.creative_id
    left join core.video on video.media_sha256 = recording.media_sha256
    where recording.media_sha256 is not null
    union all
    select creative.campaign_id, 'FRAMES', 'RECORDING', recording.id, recording.created_at, null
    from core.recording
    join core.creative on creative.id = recording.creative_id
    where exists (
        select from core.analysis_run as run
        where run.recording_id = recording.id and run.frames_deleted_at is null
            and run.state in ('COMPLETED', 'FAILED'))
    union all
    select viewer.campaign_id, 'ANSWERS', 'VIEWER', viewer.id,
        coalesce(viewer.answered_at, viewer.created_at), null
    from core.viewer
    where viewer.answered_at is not null or viewer.study_answers <> '{}'
    union all
    select study.campaign_id, 'ANSWERS', 'PARTICIPATION', participation.id,
        coalesce(participation.answered_at, participation.created_at), null
    from core.participation
    join core.study on study.id = participation.study_id
    where participation.answers <> '{}' or participation.viewer_id is null and participation.attributes <> '{}'
    union all
    select report.campaign_id, 'REPORTS', 'REPORT', report.id, report.finished_at, media.size_bytes
    from core.report
    left join core.media_object as media on media.sha256 = report.media_sha256
    where report.finished_at is not null
)
select item.campaign_id, item.data_class, item.subject_kind, item.subject_id, item.counted_from,
    greatest(
        item.counted_from + period.keep_days * interval '1 day', period.since + interval '7 days') as due_at,
    item.size_bytes,
    exists (select from core.retention_hold as hold where hold.campaign_id = item.campaign_id) as is_held
from item
join core.retention_period as period
    on period.campaign_id = item.campaign_id and period.data_class = item.data_class;
comment on view core.retention_item is 'One row per thing that is deleted when its period is over.';
comment on column core.retention_item.campaign_id is 'The campaign.';
comment on column core.retention_item.data_class is 'VIDEO, FRAMES, ANSWERS or REPORTS.';
comment on column core.retention_item.subject_kind is 'RECORDING, VIEWER, PARTICIPATION or REPORT.';
comment on column core.retention_item.subject_id is 'Its key.';
comment on column core.retention_item.counted_from is 'From when the period is counted: the upload of the recording, the answer, or the end of the report''s creation.';
comment on column core.retention_item.due_at is 'From when on it is deleted: the end of the period, and not before the period holds for seven days.';
comment on column core.retention_item.size_bytes is 'Size of its files; a file that several share is counted for each. Empty for rows.';
comment on column core.retention_item.is_held is 'Whether a hold of the campaign keeps it nevertheless.';
