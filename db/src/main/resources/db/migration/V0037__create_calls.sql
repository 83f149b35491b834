-- Video calls of customers: a campaign of calls, scripts instead of videos, and which part of a
-- call's frame is the customer's. Nothing else of a call is ever analysed.

alter table core.campaign
    drop constraint ck_campaign_kind,
    add constraint ck_campaign_kind check (kind in ('AD', 'ENTRY_EXIT', 'CALLS')),
    add column customer_area double precision[],
    add column customer_sound text,
    add constraint ck_campaign_customer_area check (customer_area is null or (
        kind = 'CALLS' and cardinality(customer_area) = 4)),
    add constraint ck_campaign_customer_sound check (customer_sound is null or (
        kind = 'CALLS' and customer_sound ~ '^(MIXED|(ALL|LEFT|RIGHT) [1-9][0-9]?)$'));
comment on column core.campaign.kind is 'AD: viewers watch a creative; ENTRY_EXIT: guests are recorded entering and leaving a place; CALLS: video calls of customers.';
comment on column core.campaign.customer_area is 'Which part of the frame is the customer''s in calls that are uploaded from now on: left, top, width and height as shares of the upright frame; empty where nobody has said so.';

comment on column core.campaign.customer_sound is 'Where the customer is heard in calls that are uploaded from now on: MIXED (nowhere alone), or ALL, LEFT or RIGHT with the number of the sound track; empty where nobody has said so.';

alter table core.creative
    alter column media_sha256 drop not null,
    add column is_script boolean not null default false,
    add constraint ck_creative_script check (is_script = (media_sha256 is null));
comment on column core.creative.media_sha256 is 'The video in the media store; empty for a call script.';
comment on column core.creative.is_script is 'True for a call script: no video is shown, its seconds count from the beginning of each call, and it is as long as its longest call.';

alter table core.recording
    add column customer_area double precision[],
    add column customer_sound text,
    add column sound_channels integer[] not null default '{}',
    add column sound_audible double precision[],
    add constraint ck_recording_customer_area check (cardinality(customer_area) = 4),
    add constraint ck_recording_customer_sound check (
        customer_sound ~ '^(MIXED|(ALL|LEFT|RIGHT) [1-9][0-9]?)$');
comment on column core.recording.customer_area is 'In a call, which part of the frame is the customer''s, as core.campaign.customer_area; empty where nobody has said so, and for what is no call.';
comment on column core.recording.customer_sound is 'In a call, where the customer alone is heard, as core.campaign.customer_sound; empty where nobody has said so, and for what is no call.';
comment on column core.recording.sound_channels is 'Channels of each sound track of the file, in its order.';
comment on column core.recording.sound_audible is 'Of a call in whose sound nobody has said where the customer is: share of the first 20 minutes in which it is loud enough to be a voice, of each channel of tracks with two and of all other tracks, in the file''s order; empty where nobody has measured it.';

alter table core.analysis_run
    add column customer_area double precision[],
    add column customer_sound text,
    add constraint ck_analysis_run_customer_area check (cardinality(customer_area) = 4),
    add constraint ck_analysis_run_customer_sound check (
        customer_sound ~ '^(MIXED|(ALL|LEFT|RIGHT) [1-9][0-9]?)$');
comment on column core.analysis_run.customer_area is 'The part of the frame that was analysed, as core.recording.customer_area: frames are cut to it before faces are looked for, so that their places count from its corner; empty for the whole frame.';
comment on column core.analysis_run.customer_sound is 'The part of the call''s sound that was listened to, as core.recording.customer_sound.';

alter table core.voice_analysis
    drop constraint ck_voice_analysis_finding,
    add constraint ck_voice_analysis_finding check (finding in (
        'HEARD', 'NO_SPEECH', 'NO_SOUND', 'CREATIVE_UNPLACED', 'SIDES_UNKNOWN', 'SIDES_MIXED', 'UNREADABLE'));
comment on column core.voice_analysis.finding is 'HEARD; NO_SPEECH (nobody speaks for long enough, or only together with the creative); NO_SOUND; CREATIVE_UNPLACED (the creative speaks and is heard, and nobody knows where); SIDES_UNKNOWN (a call of which nobody has said where the customer is heard); SIDES_MIXED (a call, in whose sound an employee speaks, too: nobody is judged); UNREADABLE.';
