-- What is heard of viewers' voices, where a campaign asks for it.

alter table core.campaign
    add column is_voice_analysed boolean not null default false;
comment on column core.campaign.is_voice_analysed is 'Whether the voices in its recordings are analysed; off unless somebody says that viewers consent to it.';

create table core.voice_analysis (
    analysis_run_id bigint not null,
    finding         text not null,
    model_name      text not null,
    model_sha256    text not null,
    speech_ms       integer not null,
    creative_ms     integer not null,
    analysed_at     timestamptz not null default now(),
    constraint pk_voice_analysis primary key (analysis_run_id),
    constraint fk_voice_analysis_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_voice_analysis_finding check (finding in (
        'HEARD', 'NO_SPEECH', 'NO_SOUND', 'CREATIVE_UNPLACED', 'UNREADABLE')),
    constraint ck_voice_analysis_lengths check (speech_ms >= 0 and creative_ms >= 0)
);
comment on table core.voice_analysis is 'One row per run that listened for the viewer''s voice; none where the campaign did not ask for it.';
comment on column core.voice_analysis.analysis_run_id is 'The run.';
comment on column core.voice_analysis.finding is 'HEARD; NO_SPEECH (nobody speaks for long enough, or only together with the creative); NO_SOUND; CREATIVE_UNPLACED (the creative speaks and is heard, and nobody knows where); UNREADABLE.';
comment on column core.voice_analysis.model_name is 'Model that classified the voice.';
comment on column core.voice_analysis.model_sha256 is 'SHA-256 of its ONNX file.';
comment on column core.voice_analysis.speech_ms is 'For how long somebody speaks and the creative does not, in milliseconds.';
comment on column core.voice_analysis.creative_ms is 'For how long the creative speaks and is or may be heard, in milliseconds: set aside.';
comment on column core.voice_analysis.analysed_at is 'When it was listened to.';

create table core.voice_window (
    analysis_run_id      bigint not null,
    start_ms             integer not null,
    speech_share         real not null,
    creative_share       real not null,
    angry_probability    real,
    sad_probability      real,
    neutral_probability  real,
    positive_probability real,
    agitated_probability real,
    agitation            real,
    constraint pk_voice_window primary key (analysis_run_id, start_ms),
    constraint fk_voice_window_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_voice_window_shares check (speech_share between 0 and 1 and creative_share between 0 and 1),
    constraint ck_voice_window_probabilities check (
        num_nonnulls(angry_probability, sad_probability, neutral_probability, positive_probability,
            agitated_probability) in (0, 5)),
    constraint ck_voice_window_sum check (
        abs(angry_probability + sad_probability + neutral_probability + positive_probability - 1) < 0.001),
    constraint ck_voice_window_agitation check (agitation is null or angry_probability is not null)
);
comment on table core.voice_window is 'One row per run and window of three seconds of the recording; a window begins each second.';
comment on column core.voice_window.analysis_run_id is 'The run.';
comment on column core.voice_window.start_ms is 'Time in the recording at which it begins, in milliseconds.';
comment on column core.voice_window.speech_share is 'Part of it in which somebody speaks and the creative does not, 0..1.';
comment on column core.voice_window.creative_share is 'Part of it in which the creative speaks, 0..1.';
comment on column core.voice_window.angry_probability is 'Probability that the voice sounds angry; empty where too little is spoken: silence is not neutral.';
comment on column core.voice_window.sad_probability is 'Probability that it sounds sad.';
comment on column core.voice_window.neutral_probability is 'Probability that it sounds neutral.';
comment on column core.voice_window.positive_probability is 'Probability that it sounds positive.';
comment on column core.voice_window.agitated_probability is 'Probability that it sounds agitated, whatever by.';
comment on column core.voice_window.agitation is 'That less the speaker''s own median of it, -1..1; empty of fewer than ten windows with a voice.';

create table agg.voice_second (
    analysis_run_id      bigint not null,
    second_no            integer not null,
    heard_share          double precision not null,
    state                text,
    angry_probability    double precision not null,
    sad_probability      double precision not null,
    neutral_probability  double precision not null,
    positive_probability double precision not null,
    agitation            double precision,
    is_in_creative       boolean not null,
    constraint pk_voice_second primary key (analysis_run_id, second_no),
    constraint fk_voice_second_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_voice_second_heard check (heard_share > 0 and heard_share <= 1),
    constraint ck_voice_second_state check (state in ('POSITIVE', 'NEGATIVE', 'NEUTRAL'))
);
comment on table agg.voice_second is 'One row per run and second of the creative in which the viewer''s voice is heard.';
comment on column agg.voice_second.analysis_run_id is 'The run.';
comment on column agg.voice_second.second_no is 'Second of the creative: whole seconds since it began.';
comment on column agg.voice_second.heard_share is 'Share of this second in which the voice is heard, 0..1.';
comment on column agg.voice_second.state is 'POSITIVE, NEGATIVE (angry or sad) or NEUTRAL, whichever is likeliest; empty when less than a quarter of the second is heard.';
comment on column agg.voice_second.angry_probability is 'Mean probability of an angry voice, over the windows around what is heard.';
comment on column agg.voice_second.sad_probability is 'Mean probability of a sad voice.';
comment on column agg.voice_second.neutral_probability is 'Mean probability of a neutral voice.';
comment on column agg.voice_second.positive_probability is 'Mean probability of a positive voice.';
comment on column agg.voice_second.agitation is 'Mean agitation, -1..1, less the speaker''s own median; empty where too little is known of it.';
comment on column agg.voice_second.is_in_creative is 'True when the creative was playing in this second.';
