alter table core.frame_observation
    add column pitch_degrees real,
    add column is_attentive  boolean,
    add constraint ck_frame_observation_attentive check (face_track > 0 or is_attentive is null);
comment on column core.frame_observation.pitch_degrees is 'Head bowed (negative) or raised (positive) in degrees, estimated from the landmarks.';
comment on column core.frame_observation.is_attentive is 'True when the face is turned to the screen, within the angles of the run''s settings; empty without a face and in runs from before it was measured.';
