create table agg.creative_scene (
    creative_id bigint  not null,
    number      integer not null,
    start_ms    integer not null,
    constraint pk_creative_scene primary key (creative_id, number),
    constraint fk_creative_scene_creative foreign key (creative_id) references core.creative (id),
    constraint uq_creative_scene_start unique (creative_id, start_ms),
    constraint ck_creative_scene_number check (number >= 1 and (number = 1) = (start_ms = 0)),
    constraint ck_creative_scene_start check (start_ms >= 0)
);
comment on table agg.creative_scene is 'One row per creative and scene, as its cuts and dissolves tell; none until the film was looked at. A scene lasts until the next one begins.';
comment on column agg.creative_scene.creative_id is 'The creative.';
comment on column agg.creative_scene.number is 'Its number in the creative, from 1.';
comment on column agg.creative_scene.start_ms is 'Where it begins, in milliseconds of the creative; the first one at 0.';
