-- Administrators can stop a job; the node that runs it sees it in its own rows.
alter table core.job_request add is_stop_wanted boolean not null default false;
comment on column core.job_request.is_stop_wanted is 'True once an administrator has asked for it to be stopped; it then ends as FAILED.';
