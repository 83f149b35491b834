-- The course of customers' calls: face and voice together, moments, beginning, worst part and end.

create table agg.call_second (
    analysis_run_id      bigint not null,
    second_no            integer not null,
    face_weight          double precision not null,
    positive_probability double precision not null,
    neutral_probability  double precision not null,
    negative_probability double precision not null,
    state                text not null,
    constraint pk_call_second primary key (analysis_run_id, second_no),
    constraint fk_call_second_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_call_second_weight check (face_weight between 0 and 1),
    constraint ck_call_second_sum check (
        abs(positive_probability + neutral_probability + negative_probability - 1) < 0.001),
    constraint ck_call_second_state check (state in ('POSITIVE', 'NEGATIVE', 'NEUTRAL'))
);
comment on table agg.call_second is 'One row per run of a call and second in which the customer is seen and heard: face and voice together.';
comment on column agg.call_second.analysis_run_id is 'The run.';
comment on column agg.call_second.second_no is 'Whole seconds since the call began.';
comment on column agg.call_second.face_weight is 'Weight of the face, 0..1; that of the voice is the rest.';
comment on column agg.call_second.positive_probability is 'Probability of a positive expression, face and voice pooled by their logarithms.';
comment on column agg.call_second.neutral_probability is 'Likewise of a neutral one.';
comment on column agg.call_second.negative_probability is 'Likewise of a negative one.';
comment on column agg.call_second.state is 'The likeliest of them.';

create table agg.call_moment (
    analysis_run_id bigint not null,
    kind            text not null,
    from_second     integer not null,
    until_second    integer not null,
    strength        double precision not null,
    constraint pk_call_moment primary key (analysis_run_id, kind, from_second),
    constraint fk_call_moment_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_call_moment_kind check (
        kind in ('SMILE_NEGATIVE_VOICE', 'NEGATIVE_FACE_POSITIVE_VOICE', 'AGITATION')),
    constraint ck_call_moment_seconds check (from_second < until_second),
    constraint ck_call_moment_strength check (strength between 0 and 1)
);
comment on table agg.call_moment is 'One row per run of a call and moment: expression and voice, not an inner state.';
comment on column agg.call_moment.analysis_run_id is 'The run.';
comment on column agg.call_moment.kind is 'SMILE_NEGATIVE_VOICE, NEGATIVE_FACE_POSITIVE_VOICE (face and voice disagree) or AGITATION (of the voice, far above the customer''s own median).';
comment on column agg.call_moment.from_second is 'Its first second.';
comment on column agg.call_moment.until_second is 'The second behind its last one.';
comment on column agg.call_moment.strength is 'Of its strongest second: the smaller of the two probabilities, or the agitation.';

create table agg.call_course (
    analysis_run_id bigint not null,
    side            text not null,
    beginning       double precision not null,
    worst           double precision not null,
    worst_second    integer not null,
    ending          double precision not null,
    known_seconds   integer not null,
    tones           double precision[] not null,
    constraint pk_call_course primary key (analysis_run_id, side),
    constraint fk_call_course_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_call_course_side check (side in ('FACE', 'VOICE')),
    constraint ck_call_course_tones check (
        beginning between -1 and 1 and worst between -1 and 1 and ending between -1 and 1),
    constraint ck_call_course_seconds check (known_seconds > 0)
);
comment on table agg.call_course is 'One row per run of a call and side, face or voice: how it began, was at its worst and ended; none of a side that is known for less than 15 seconds.';
comment on column agg.call_course.analysis_run_id is 'The run.';
comment on column agg.call_course.side is 'FACE or VOICE.';
comment on column agg.call_course.beginning is 'Mean tone (probability of positive less that of negative) of the first tenth of the known seconds, five at least, -1..1.';
comment on column agg.call_course.worst is 'The lowest mean tone of five neighbouring known seconds.';
comment on column agg.call_course.worst_second is 'The middle one of these.';
comment on column agg.call_course.ending is 'Mean tone of the last tenth, five seconds at least.';
comment on column agg.call_course.known_seconds is 'Seconds that are known.';
comment on column agg.call_course.tones is 'Mean tone in equal parts of the call, forty at most; empty where nothing is known of a part.';
