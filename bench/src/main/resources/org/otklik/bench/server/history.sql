-- What a busy year leaves behind: ten thousand audit entries of all users, and as many finished jobs.
insert into core.audit_event (happened_at, app_user_id, address, kind, subject_kind, subject_id)
select now() - number * interval '1 minute', app_user.id, '127.0.0.1',
    (array['SIGN_IN', 'VIEWER_VIDEO_SEEN', 'EXPORTED'])[1 + number % 3], 'CAMPAIGN', number::text
from generate_series(1, 10000) as number
join core.app_user on app_user.id = (select min(id) from core.app_user);

insert into core.job_request (job_name, subject_id, lane, state, requested_at, started_at, finished_at)
select 'analyse-recording', run.id, 'LONG', 'COMPLETED', run.queued_at, run.queued_at, run.queued_at
from core.analysis_run as run
order by run.id
limit 10000;
