-- What the counted viewings of a creative amount to.

create table agg.creative_second (
    creative_id           bigint not null,
    second_no             integer not null,
    viewers               integer not null,
    positive_share        double precision,
    positive_low          double precision,
    positive_high         double precision,
    negative_share        double precision,
    negative_low          double precision,
    negative_high         double precision,
    neutral_share         double precision,
    neutral_low           double precision,
    neutral_high          double precision,
    surprise_share        double precision,
    anger_probability     double precision,
    disgust_probability   double precision,
    fear_probability      double precision,
    happiness_probability double precision,
    sadness_probability   double precision,
    surprise_probability  double precision,
    neutral_probability   double precision,
    valence               double precision,
    arousal               double precision,
    eei                   double precision,
    constraint pk_creative_second primary key (creative_id, second_no),
    constraint fk_creative_second_creative foreign key (creative_id) references core.creative (id)
);
comment on table agg.creative_second is 'One row per creative and second, over the viewers with a viewing that counts, each once.';
comment on column agg.creative_second.creative_id is 'The creative.';
comment on column agg.creative_second.second_no is 'Second of the creative: whole seconds since it began.';
comment on column agg.creative_second.viewers is 'n: viewers with a state in this second; of several viewings of one viewer the mean counts.';
comment on column agg.creative_second.positive_share is 'Share of viewers in a positive state, 0..1.';
comment on column agg.creative_second.positive_low is 'Lower bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.positive_high is 'Upper bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.negative_share is 'Share of viewers in a negative state, 0..1.';
comment on column agg.creative_second.negative_low is 'Lower bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.negative_high is 'Upper bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.neutral_share is 'Share of viewers in a neutral state, 0..1.';
comment on column agg.creative_second.neutral_low is 'Lower bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.neutral_high is 'Upper bound of its 95% confidence interval (Wilson).';
comment on column agg.creative_second.surprise_share is 'Share of viewers whose most probable emotion is surprise, 0..1.';
comment on column agg.creative_second.anger_probability is 'Mean probability of anger over viewers.';
comment on column agg.creative_second.disgust_probability is 'Mean probability of disgust over viewers.';
comment on column agg.creative_second.fear_probability is 'Mean probability of fear over viewers.';
comment on column agg.creative_second.happiness_probability is 'Mean probability of happiness over viewers.';
comment on column agg.creative_second.sadness_probability is 'Mean probability of sadness over viewers.';
comment on column agg.creative_second.surprise_probability is 'Mean probability of surprise over viewers.';
comment on column agg.creative_second.neutral_probability is 'Mean probability of a neutral expression over viewers.';
comment on column agg.creative_second.valence is 'Mean valence, -1..1.';
comment on column agg.creative_second.arousal is 'Mean arousal, -1..1.';
comment on column agg.creative_second.eei is 'Emotional experience index of this second, -100..100.';

create table agg.creative_score (
    creative_id      bigint not null,
    positive         integer not null,
    negative         integer not null,
    neutral          integer not null,
    excluded         integer not null,
    eei              double precision,
    eei_low          double precision,
    eei_high         double precision,
    engaged          integer not null,
    critical         integer not null,
    silent           integer not null,
    emo_nps          double precision,
    emo_nps_low      double precision,
    emo_nps_high     double precision,
    emo_nps_k        double precision not null,
    attraction       double precision,
    peak             double precision,
    end_share        double precision,
    impact           double precision,
    expressiveness   double precision,
    attention        double precision,
    settings_version integer not null,
    computed_at      timestamptz not null,
    constraint pk_creative_score primary key (creative_id),
    constraint fk_creative_score_creative foreign key (creative_id) references core.creative (id),
    constraint ck_creative_score_eei check (eei between -100 and 100)
);
comment on table agg.creative_score is 'One row per creative: its business metrics over all counted viewings.';
comment on column agg.creative_score.creative_id is 'The creative.';
comment on column agg.creative_score.positive is 'Viewings with a positive response.';
comment on column agg.creative_score.negative is 'Viewings with a negative response.';
comment on column agg.creative_score.neutral is 'Viewings with a neutral response.';
comment on column agg.creative_score.excluded is 'Excluded viewings; in no denominator.';
comment on column agg.creative_score.eei is 'Emotional experience index: % positive - % negative viewings, -100..100.';
comment on column agg.creative_score.eei_low is 'Lower bound of its 95% confidence interval, by bootstrap over viewers.';
comment on column agg.creative_score.eei_high is 'Upper bound of its 95% confidence interval, by bootstrap over viewers.';
comment on column agg.creative_score.engaged is 'Engaged viewers: those with a positive response.';
comment on column agg.creative_score.critical is 'Critical viewers: those with a negative response.';
comment on column agg.creative_score.silent is 'Silent viewers.';
comment on column agg.creative_score.emo_nps is 'EmoNPS: % engaged - % critical - K * % silent viewers.';
comment on column agg.creative_score.emo_nps_low is 'Lower bound of its 95% confidence interval, by bootstrap over viewers.';
comment on column agg.creative_score.emo_nps_high is 'Upper bound of its 95% confidence interval, by bootstrap over viewers.';
comment on column agg.creative_score.emo_nps_k is 'The K used.';
comment on column agg.creative_score.attraction is 'Peak share of surprise within the first 8 s, 0..1.';
comment on column agg.creative_score.peak is 'Peak positive share, 0..1.';
comment on column agg.creative_score.end_share is 'Positive share at the end, 0..1.';
comment on column agg.creative_score.impact is 'Mean of peak and end.';
comment on column agg.creative_score.expressiveness is 'Share of non-neutral seconds, 0..1.';
comment on column agg.creative_score.attention is 'Share of seconds with the face present and turned to the screen, 0..1.';
comment on column agg.creative_score.settings_version is 'Version of the campaign''s settings it was computed with.';
comment on column agg.creative_score.computed_at is 'When it was computed.';

create table agg.moment (
    creative_id     bigint not null,
    ordinal         integer not null,
    kind            text not null,
    start_second_no integer not null,
    end_second_no   integer not null,
    peak_second_no  integer not null,
    peak_share      double precision not null,
    curve_median    double precision not null,
    constraint pk_moment primary key (creative_id, ordinal),
    constraint fk_moment_creative foreign key (creative_id) references core.creative (id),
    constraint ck_moment_kind check (kind in ('POSITIVE', 'NEGATIVE', 'SURPRISE')),
    constraint ck_moment_span check (start_second_no <= peak_second_no and peak_second_no < end_second_no)
);
comment on table agg.moment is 'One row per moment: adjacent seconds in which a curve is furthest above its median.';
comment on column agg.moment.creative_id is 'The creative.';
comment on column agg.moment.ordinal is 'Order by strength, from 1.';
comment on column agg.moment.kind is 'POSITIVE, NEGATIVE or SURPRISE.';
comment on column agg.moment.start_second_no is 'First second.';
comment on column agg.moment.end_second_no is 'Second after the last.';
comment on column agg.moment.peak_second_no is 'The strongest second.';
comment on column agg.moment.peak_share is 'The curve''s value there, 0..1.';
comment on column agg.moment.curve_median is 'The curve''s median, 0..1.';

create table agg.emotion_peak (
    creative_id      bigint not null,
    emotion          text not null,
    ordinal          integer not null,
    second_no        integer not null,
    mean_probability double precision not null,
    lift             double precision not null,
    constraint pk_emotion_peak primary key (creative_id, emotion, ordinal),
    constraint fk_emotion_peak_creative foreign key (creative_id) references core.creative (id)
);
comment on table agg.emotion_peak is 'One row per creative, emotion and rank: the seconds with the highest mean probability of the emotion.';
comment on column agg.emotion_peak.creative_id is 'The creative.';
comment on column agg.emotion_peak.emotion is 'One of the seven emotions.';
comment on column agg.emotion_peak.ordinal is 'Rank, from 1.';
comment on column agg.emotion_peak.second_no is 'The second of the creative.';
comment on column agg.emotion_peak.mean_probability is 'Mean probability over viewers in this second.';
comment on column agg.emotion_peak.lift is 'Mean probability minus the emotion''s mean over the creative.';

create table agg.creative_scene (
    creative_id   bigint not null,
    scene_no      integer not null,
    start_ms      integer not null,
    transition_ms integer not null default 0,
    constraint pk_creative_scene primary key (creative_id, scene_no),
    constraint fk_creative_scene_creative foreign key (creative_id) references core.creative (id),
    constraint uq_creative_scene_start unique (creative_id, start_ms),
    constraint ck_creative_scene_no check (scene_no >= 1 and (scene_no = 1) = (start_ms = 0)),
    constraint ck_creative_scene_start check (start_ms >= 0),
    constraint ck_creative_scene_transition check (transition_ms >= 0)
);
comment on table agg.creative_scene is 'One row per creative and scene, divided by its cuts and dissolves; none until scenes were detected. A scene lasts until the next one starts.';
comment on column agg.creative_scene.creative_id is 'The creative.';
comment on column agg.creative_scene.scene_no is 'Its number in the creative, from 1.';
comment on column agg.creative_scene.start_ms is 'Where it begins, in milliseconds of the creative; the first one at 0.';
comment on column agg.creative_scene.transition_ms is 'How long the dissolve or fade to it takes, half of it before its start, in milliseconds; 0 of a cut.';

create table agg.creative_thumbnail (
    creative_id  bigint not null,
    second_no    integer not null,
    media_sha256 text not null,
    constraint pk_creative_thumbnail primary key (creative_id, second_no),
    constraint fk_creative_thumbnail_creative foreign key (creative_id) references core.creative (id),
    constraint fk_creative_thumbnail_media foreign key (media_sha256) references core.media_object (sha256)
);
comment on table agg.creative_thumbnail is 'One row per creative and second: a small frame of the video from the middle of the second.';
comment on column agg.creative_thumbnail.creative_id is 'The creative.';
comment on column agg.creative_thumbnail.second_no is 'Second of the creative: whole seconds since it began.';
comment on column agg.creative_thumbnail.media_sha256 is 'The JPEG in the media store.';
