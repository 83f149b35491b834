-- What is computed from core.frame_observation: it can be recomputed at any time.
create schema agg;
comment on schema agg is 'Summaries computed from frame rows; always recomputable.';

create table agg.face_track (
    analysis_run_id bigint  not null,
    face_track      integer not null,
    first_ms        integer not null,
    last_ms         integer not null,
    frames          integer not null,
    mean_area_px    double precision not null,
    is_viewer       boolean not null,
    constraint pk_face_track primary key (analysis_run_id, face_track),
    constraint fk_face_track_run foreign key (analysis_run_id) references core.analysis_run (id)
);
comment on table agg.face_track is 'One row per run and face track.';
comment on column agg.face_track.analysis_run_id is 'The run.';
comment on column agg.face_track.face_track is 'The track''s number in the run.';
comment on column agg.face_track.first_ms is 'Media time of its first frame, in milliseconds.';
comment on column agg.face_track.last_ms is 'Media time of its last frame, in milliseconds.';
comment on column agg.face_track.frames is 'Sampled frames in which the face was found.';
comment on column agg.face_track.mean_area_px is 'Mean area of the face box, in square pixels.';
comment on column agg.face_track.is_viewer is 'True when it is the viewer (largest and longest); other faces are not counted.';

create table agg.viewer_second (
    analysis_run_id bigint   not null,
    second          integer  not null,
    observed_share  double precision not null,
    anger_probability     double precision,
    disgust_probability   double precision,
    fear_probability      double precision,
    happiness_probability double precision,
    sadness_probability   double precision,
    surprise_probability  double precision,
    neutral_probability   double precision,
    state           text,
    valence         double precision,
    arousal         double precision,
    is_in_creative  boolean  not null,
    constraint pk_viewer_second primary key (analysis_run_id, second),
    constraint fk_viewer_second_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_viewer_second_observed check (observed_share between 0 and 1),
    constraint ck_viewer_second_state check (state in ('POSITIVE', 'NEGATIVE', 'NEUTRAL'))
);
comment on table agg.viewer_second is 'One row per run and second of the creative (negative or beyond its end where the recording is longer).';
comment on column agg.viewer_second.analysis_run_id is 'The run.';
comment on column agg.viewer_second.second is 'Whole seconds since the creative began.';
comment on column agg.viewer_second.observed_share is 'Share of this second in which the viewer''s face was observed, 0..1.';
comment on column agg.viewer_second.anger_probability is 'Time-weighted mean probability of anger; empty when nothing was observed.';
comment on column agg.viewer_second.disgust_probability is 'Time-weighted mean probability of disgust.';
comment on column agg.viewer_second.fear_probability is 'Time-weighted mean probability of fear.';
comment on column agg.viewer_second.happiness_probability is 'Time-weighted mean probability of happiness.';
comment on column agg.viewer_second.sadness_probability is 'Time-weighted mean probability of sadness.';
comment on column agg.viewer_second.surprise_probability is 'Time-weighted mean probability of surprise.';
comment on column agg.viewer_second.neutral_probability is 'Time-weighted mean probability of a neutral expression.';
comment on column agg.viewer_second.state is 'POSITIVE, NEGATIVE or NEUTRAL; empty when less than half of the second was observed.';
comment on column agg.viewer_second.valence is 'Mean valence, -1..1.';
comment on column agg.viewer_second.arousal is 'Mean arousal, -1..1.';
comment on column agg.viewer_second.is_in_creative is 'True when the creative was playing in this second.';

create table agg.viewing (
    recording_id     bigint  not null,
    analysis_run_id  bigint  not null,
    outcome          text    not null,
    exclusion_reason text,
    observed_s       double precision not null,
    positive_s       double precision not null,
    negative_s       double precision not null,
    coverage         double precision not null,
    attention        double precision,
    computed_at      timestamptz not null,
    constraint pk_viewing primary key (recording_id),
    constraint fk_viewing_recording foreign key (recording_id) references core.recording (id),
    constraint fk_viewing_run foreign key (analysis_run_id) references core.analysis_run (id),
    constraint ck_viewing_outcome check (outcome in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'EXCLUDED')),
    constraint ck_viewing_reason check ((outcome = 'EXCLUDED') = (exclusion_reason is not null)),
    constraint ck_viewing_coverage check (coverage between 0 and 1)
);
comment on table agg.viewing is 'One row per viewing (contact): one viewer''s recording of one creative.';
comment on column agg.viewing.recording_id is 'The recording.';
comment on column agg.viewing.analysis_run_id is 'The run it was computed from.';
comment on column agg.viewing.outcome is 'POSITIVE or NEGATIVE trace, NEUTRAL (silent) or EXCLUDED.';
comment on column agg.viewing.exclusion_reason is 'NO_VIEWER, LOW_COVERAGE or ANALYSIS_FAILED, where excluded.';
comment on column agg.viewing.observed_s is 'V: observed seconds of the creative.';
comment on column agg.viewing.positive_s is 'P: seconds in a positive state.';
comment on column agg.viewing.negative_s is 'N: seconds in a negative state.';
comment on column agg.viewing.coverage is 'V as a share of the creative''s length, 0..1.';
comment on column agg.viewing.attention is 'Share of seconds with the face present and turned to the screen, 0..1.';
comment on column agg.viewing.computed_at is 'When it was computed.';

create table agg.creative_second (
    creative_id    bigint  not null,
    second         integer not null,
    viewers        integer not null,
    positive_share double precision,
    positive_low   double precision,
    positive_high  double precision,
    negative_share double precision,
    negative_low   double precision,
    negative_high  double precision,
    neutral_share  double precision,
    neutral_low    double precision,
    neutral_high   double precision,
    anger_probability     double precision,
    disgust_probability   double precision,
    fear_probability      double precision,
    happiness_probability double precision,
    sadness_probability   double precision,
    surprise_probability  double precision,
    neutral_probability   double precision,
    valence        double precision,
    arousal        double precision,
    eei            double precision,
    constraint pk_creative_second primary key (creative_id, second),
    constraint fk_creative_second_creative foreign key (creative_id) references core.creative (id)
);
comment on table agg.creative_second is 'One row per creative and second, over its counted viewings.';
comment on column agg.creative_second.creative_id is 'The creative.';
comment on column agg.creative_second.second is 'Whole seconds since the creative began.';
comment on column agg.creative_second.viewers is 'n: viewings with a state in this second.';
comment on column agg.creative_second.positive_share is 'Share of viewings in a positive state, 0..1.';
comment on column agg.creative_second.positive_low is 'Lower end of its Wilson 95 % interval.';
comment on column agg.creative_second.positive_high is 'Upper end of its Wilson 95 % interval.';
comment on column agg.creative_second.negative_share is 'Share of viewings in a negative state, 0..1.';
comment on column agg.creative_second.negative_low is 'Lower end of its Wilson 95 % interval.';
comment on column agg.creative_second.negative_high is 'Upper end of its Wilson 95 % interval.';
comment on column agg.creative_second.neutral_share is 'Share of viewings in a neutral state, 0..1.';
comment on column agg.creative_second.neutral_low is 'Lower end of its Wilson 95 % interval.';
comment on column agg.creative_second.neutral_high is 'Upper end of its Wilson 95 % interval.';
comment on column agg.creative_second.anger_probability is 'Mean probability of anger over viewings.';
comment on column agg.creative_second.disgust_probability is 'Mean probability of disgust over viewings.';
comment on column agg.creative_second.fear_probability is 'Mean probability of fear over viewings.';
comment on column agg.creative_second.happiness_probability is 'Mean probability of happiness over viewings.';
comment on column agg.creative_second.sadness_probability is 'Mean probability of sadness over viewings.';
comment on column agg.creative_second.surprise_probability is 'Mean probability of surprise over viewings.';
comment on column agg.creative_second.neutral_probability is 'Mean probability of a neutral expression over viewings.';
comment on column agg.creative_second.valence is 'Mean valence, -1..1.';
comment on column agg.creative_second.arousal is 'Mean arousal, -1..1.';
comment on column agg.creative_second.eei is 'Index of emotional experience of this second, -100..100.';

create table agg.creative_score (
    creative_id     bigint  not null,
    positive        integer not null,
    negative        integer not null,
    neutral         integer not null,
    excluded        integer not null,
    eei             double precision,
    eei_low         double precision,
    eei_high        double precision,
    engaged         integer not null,
    critical        integer not null,
    silent          integer not null,
    emo_nps         double precision,
    emo_nps_k       double precision not null,
    attraction      double precision,
    peak            double precision,
    end_share       double precision,
    impact          double precision,
    expressiveness  double precision,
    attention       double precision,
    state_threshold     double precision not null,
    coverage_limit      double precision not null,
    least_trace_share   double precision not null,
    least_trace_seconds double precision not null,
    polarity_version    text    not null,
    computed_at     timestamptz not null,
    constraint pk_creative_score primary key (creative_id),
    constraint fk_creative_score_creative foreign key (creative_id) references core.creative (id),
    constraint ck_creative_score_eei check (eei between -100 and 100)
);
comment on table agg.creative_score is 'One row per creative: its business metrics over all counted viewings.';
comment on column agg.creative_score.creative_id is 'The creative.';
comment on column agg.creative_score.positive is 'Contacts with a positive trace.';
comment on column agg.creative_score.negative is 'Contacts with a negative trace.';
comment on column agg.creative_score.neutral is 'Silent contacts.';
comment on column agg.creative_score.excluded is 'Excluded contacts; in no denominator.';
comment on column agg.creative_score.eei is 'Index of emotional experience: % positive - % negative contacts, -100..100.';
comment on column agg.creative_score.eei_low is 'Lower end of its 95 % bootstrap interval over viewers.';
comment on column agg.creative_score.eei_high is 'Upper end of its 95 % bootstrap interval over viewers.';
comment on column agg.creative_score.engaged is 'Viewers with a positive trace.';
comment on column agg.creative_score.critical is 'Viewers with a negative trace.';
comment on column agg.creative_score.silent is 'Silent viewers.';
comment on column agg.creative_score.emo_nps is 'EmoNPS: % engaged - % critical - K * % silent viewers.';
comment on column agg.creative_score.emo_nps_k is 'The K used.';
comment on column agg.creative_score.attraction is 'Peak share of surprise within the first 8 s, 0..1.';
comment on column agg.creative_score.peak is 'Peak positive share, 0..1.';
comment on column agg.creative_score.end_share is 'Positive share at the end, 0..1.';
comment on column agg.creative_score.impact is 'Mean of peak and end.';
comment on column agg.creative_score.expressiveness is 'Share of non-neutral seconds, 0..1.';
comment on column agg.creative_score.attention is 'Share of seconds with the face present and turned to the screen, 0..1.';
comment on column agg.creative_score.state_threshold is 'Setting used; see core.campaign.';
comment on column agg.creative_score.coverage_limit is 'Setting used; see core.campaign.';
comment on column agg.creative_score.least_trace_share is 'Setting used; see core.campaign.';
comment on column agg.creative_score.least_trace_seconds is 'Setting used; see core.campaign.';
comment on column agg.creative_score.polarity_version is 'Setting used; see core.campaign.';
comment on column agg.creative_score.computed_at is 'When it was computed.';

create table agg.moment (
    creative_id    bigint  not null,
    ordinal        integer not null,
    kind           text    not null,
    start_second   integer not null,
    end_second     integer not null,
    peak_second    integer not null,
    peak_share     double precision not null,
    baseline       double precision not null,
    constraint pk_moment primary key (creative_id, ordinal),
    constraint fk_moment_creative foreign key (creative_id) references core.creative (id),
    constraint ck_moment_kind check (kind in ('POSITIVE', 'NEGATIVE', 'SURPRISE')),
    constraint ck_moment_span check (start_second <= peak_second and peak_second < end_second)
);
comment on table agg.moment is 'One row per moment: adjacent seconds in which a curve leaves its own baseline most.';
comment on column agg.moment.creative_id is 'The creative.';
comment on column agg.moment.ordinal is 'Order by strength, from 1.';
comment on column agg.moment.kind is 'POSITIVE, NEGATIVE or SURPRISE.';
comment on column agg.moment.start_second is 'First second.';
comment on column agg.moment.end_second is 'Second after the last.';
comment on column agg.moment.peak_second is 'The strongest second.';
comment on column agg.moment.peak_share is 'The curve''s value there, 0..1.';
comment on column agg.moment.baseline is 'The curve''s own baseline, 0..1.';

create table agg.emotion_peak (
    creative_id      bigint  not null,
    emotion          text    not null,
    ordinal          integer not null,
    second           integer not null,
    mean_probability double precision not null,
    lift             double precision not null,
    constraint pk_emotion_peak primary key (creative_id, emotion, ordinal),
    constraint fk_emotion_peak_creative foreign key (creative_id) references core.creative (id)
);
comment on table agg.emotion_peak is 'One row per creative, emotion and rank: the seconds whose frames triggered the emotion most.';
comment on column agg.emotion_peak.creative_id is 'The creative.';
comment on column agg.emotion_peak.emotion is 'One of the seven emotions.';
comment on column agg.emotion_peak.ordinal is 'Rank, from 1.';
comment on column agg.emotion_peak.second is 'The second of the creative.';
comment on column agg.emotion_peak.mean_probability is 'Mean probability over viewings in this second.';
comment on column agg.emotion_peak.lift is 'Mean probability minus the emotion''s mean over the creative.';

create table agg.creative_picture (
    creative_id  bigint  not null,
    second       integer not null,
    media_sha256 text    not null,
    constraint pk_creative_picture primary key (creative_id, second),
    constraint fk_creative_picture_creative foreign key (creative_id) references core.creative (id),
    constraint fk_creative_picture_media foreign key (media_sha256) references core.media_object (sha256)
);
comment on table agg.creative_picture is 'One row per creative and second: a small picture of the film from the middle of the second.';
comment on column agg.creative_picture.creative_id is 'The creative.';
comment on column agg.creative_picture.second is 'Whole seconds since the creative began.';
comment on column agg.creative_picture.media_sha256 is 'The JPEG in the media store.';
