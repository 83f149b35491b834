-- What the portal's pages ask: the recordings of a viewer, and which analyses have not ended.
create index ix_recording_viewer on core.recording (viewer_id);
create index ix_analysis_run_unfinished on core.analysis_run (recording_id)
    where is_current and state in ('QUEUED', 'RUNNING');
