-- Named movements of the face, as the emotion model tells them: in each frame, in seconds, in curves. Empty in what an
-- earlier model made, never 0. Five columns of two bytes each: an array of them would take 34 bytes a frame.

alter table core.frame_observation
    add column smile_thousandths         smallint,
    add column mouth_open_thousandths    smallint,
    add column eyes_closed_thousandths   smallint,
    add column brows_lowered_thousandths smallint,
    add column brows_raised_thousandths  smallint,
    add constraint ck_frame_observation_movements check (
        num_nonnulls(smile_thousandths, mouth_open_thousandths, eyes_closed_thousandths,
            brows_lowered_thousandths, brows_raised_thousandths) in (0, 5)
        and (smile_thousandths is null or result = 'OBSERVED')
        and (smile_thousandths between 0 and 1000 and mouth_open_thousandths between 0 and 1000
            and eyes_closed_thousandths between 0 and 1000 and brows_lowered_thousandths between 0 and 1000
            and brows_raised_thousandths between 0 and 1000) is not false);
comment on column core.frame_observation.smile_thousandths is 'Strength of a smile, 0..1000 for none to the strongest; empty, as all movements, without scores or from a model that knows no movements.';
comment on column core.frame_observation.mouth_open_thousandths is 'How far the mouth is open, 0..1000.';
comment on column core.frame_observation.eyes_closed_thousandths is 'How far the eyes are closed, 0..1000; lowered eyes count in part. No blinks: frames are too few for those.';
comment on column core.frame_observation.brows_lowered_thousandths is 'How far the brows are lowered, 0..1000; above 0 in many calm faces.';
comment on column core.frame_observation.brows_raised_thousandths is 'How far the brows are raised, 0..1000.';

alter table agg.viewer_second
    add column smile         double precision,
    add column mouth_open    double precision,
    add column eyes_closed   double precision,
    add column brows_lowered double precision,
    add column brows_raised  double precision,
    add constraint ck_viewer_second_movements check (
        num_nonnulls(smile, mouth_open, eyes_closed, brows_lowered, brows_raised) in (0, 5)
        and (smile is null or state is not null));
comment on column agg.viewer_second.smile is 'Mean strength of a smile, 0..1, not corrected by the viewer baseline; empty, as all movements, where there is no state, or the model knew no movements.';
comment on column agg.viewer_second.mouth_open is 'How far the mouth is open in the mean, 0..1.';
comment on column agg.viewer_second.eyes_closed is 'How far the eyes are closed in the mean, 0..1.';
comment on column agg.viewer_second.brows_lowered is 'How far the brows are lowered in the mean, 0..1.';
comment on column agg.viewer_second.brows_raised is 'How far the brows are raised in the mean, 0..1.';

alter table agg.creative_second
    add column smile         double precision,
    add column mouth_open    double precision,
    add column eyes_closed   double precision,
    add column brows_lowered double precision,
    add column brows_raised  double precision,
    add constraint ck_creative_second_movements check (
        num_nonnulls(smile, mouth_open, eyes_closed, brows_lowered, brows_raised) in (0, 5));
comment on column agg.creative_second.smile is 'Mean strength of a smile over viewers, 0..1; empty, as all movements, where the movements of one of them are not known.';
comment on column agg.creative_second.mouth_open is 'How far mouths are open in the mean over viewers, 0..1.';
comment on column agg.creative_second.eyes_closed is 'How far eyes are closed in the mean over viewers, 0..1.';
comment on column agg.creative_second.brows_lowered is 'How far brows are lowered in the mean over viewers, 0..1.';
comment on column agg.creative_second.brows_raised is 'How far brows are raised in the mean over viewers, 0..1.';

-- Reports may have a chapter of them.
alter table core.client_branding
    drop constraint ck_client_branding_chapters,
    add constraint ck_client_branding_chapters check (
        cardinality(chapters) > 0
        and chapters <@ array['SUMMARY', 'COMMENTS', 'CURVE', 'MOMENTS', 'EMOTIONS', 'MOVEMENTS', 'VOICE', 'TRAILERS',
            'SEGMENTS', 'VIEWINGS', 'METHODS']);
