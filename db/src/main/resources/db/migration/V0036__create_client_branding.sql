-- How a client's reports look, and which chapters they have.

create table core.client_branding (
    client_id       bigint not null,
    accent_colour   text not null,
    positive_colour text not null,
    negative_colour text not null,
    logo            bytea,
    cover           bytea,
    cover_text      text,
    chapters        text[] not null,
    changed_at      timestamptz not null default now(),
    changed_by      bigint not null,
    constraint pk_client_branding primary key (client_id),
    constraint fk_client_branding_client foreign key (client_id) references core.client (id) on delete cascade,
    constraint fk_client_branding_changed_by foreign key (changed_by) references core.app_user (id),
    constraint ck_client_branding_colours check (
        accent_colour ~ '^#[0-9A-F]{6}$' and positive_colour ~ '^#[0-9A-F]{6}$' and negative_colour ~ '^#[0-9A-F]{6}$'),
    constraint ck_client_branding_logo check (length(logo) between 1 and 16777216),
    constraint ck_client_branding_cover check (length(cover) between 1 and 16777216),
    constraint ck_client_branding_cover_text check (length(cover_text) between 1 and 200),
    constraint ck_client_branding_chapters check (
        cardinality(chapters) > 0
        and chapters <@ array['SUMMARY', 'COMMENTS', 'CURVE', 'MOMENTS', 'EMOTIONS', 'VOICE', 'TRAILERS', 'SEGMENTS',
            'VIEWINGS', 'METHODS'])
);
comment on table core.client_branding is 'One row per client whose reports have a look or chapters of their own; reports of others have the standard ones.';
comment on column core.client_branding.client_id is 'The client.';
comment on column core.client_branding.accent_colour is 'Of titles, large figures and the cover''s edge; # and six hexadecimal digits.';
comment on column core.client_branding.positive_colour is 'Of positive responses and the first of two groups.';
comment on column core.client_branding.negative_colour is 'Of negative responses and the second of two groups.';
comment on column core.client_branding.logo is 'PNG, written anew from what was uploaded; empty: none.';
comment on column core.client_branding.cover is 'JPEG for the cover, likewise; empty: a frame of the creative.';
comment on column core.client_branding.cover_text is 'A line at the foot of the cover; may be empty.';
comment on column core.client_branding.chapters is 'Chapters of the client''s reports unless they are ordered with others.';
comment on column core.client_branding.changed_at is 'When it was last changed.';
comment on column core.client_branding.changed_by is 'Who last changed it.';
