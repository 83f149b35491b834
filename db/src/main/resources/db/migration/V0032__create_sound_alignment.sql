-- How a recording's place in its creative was found, and what came of listening for the creative in it.

alter table core.recording
    add column has_sound          boolean not null default false,
    add column start_method       text not null default 'ASSUMED',
    add column found_method       text,
    add column found_from_ms      integer[],
    add column found_until_ms     integer[],
    add column found_creative_ms  integer[],
    add column sound_finding      text,
    add column sound_score        double precision,
    add column sound_pieces       integer,
    add column sound_heard_pieces integer,
    add column sound_drift_ppm    double precision,
    add constraint ck_recording_start_method check (start_method in ('STUDY', 'GIVEN', 'SOUND', 'MANUAL', 'ASSUMED')),
    add constraint ck_recording_found check (
        num_nonnulls(found_method, found_from_ms, found_until_ms, found_creative_ms)
        = case when start_method = 'MANUAL' then 4 else 0 end),
    add constraint ck_recording_sound_finding check (sound_finding in (
        'FOUND', 'REPEATS', 'FAINT', 'OTHER_CUT', 'NOT_HEARD', 'NO_ONSETS', 'CREATIVE_SILENT', 'RECORDING_SILENT',
        'UNREADABLE')),
    add constraint ck_recording_sound_start check (start_method <> 'SOUND' or sound_finding = 'FOUND'),
    add constraint ck_recording_sound check (
        num_nonnulls(sound_finding, sound_score, sound_pieces, sound_heard_pieces, sound_drift_ppm) in (0, 5));
comment on column core.recording.has_sound is 'Whether the video has a track of sound.';
comment on column core.recording.start_method is 'Where the clock is from: STUDY (the player of a study link), GIVEN (by the uploader), SOUND (the creative''s sound was heard), MANUAL (moved by an analyst) or ASSUMED (both begin together).';
comment on column core.recording.sound_finding is 'What came of listening for the creative''s sound; empty where nobody listened.';
comment on column core.recording.sound_score is 'How far the best place stands above all others, in standard deviations; 0 where none was looked for.';
comment on column core.recording.sound_pieces is 'Pieces of the creative that have sound and lie in the recording.';
comment on column core.recording.sound_heard_pieces is 'Those of them that are heard where the others say.';
comment on column core.recording.sound_drift_ppm is 'By how many millionths the recording''s clock is faster than the creative''s.';
comment on column core.recording.found_method is 'start_method before an analyst moved the clock; empty where nobody has.';
comment on column core.recording.found_from_ms is 'clock_from_ms of then.';
comment on column core.recording.found_until_ms is 'clock_until_ms of then.';
comment on column core.recording.found_creative_ms is 'clock_creative_ms of then.';
