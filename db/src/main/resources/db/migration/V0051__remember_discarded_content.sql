create table core.discarded_content (
    sha256       text        not null,
    discarded_at timestamptz not null default now(),
    constraint pk_discarded_content primary key (sha256),
    constraint ck_discarded_content_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table core.discarded_content is
    'One row per file that nobody refers to any more and that is still to be removed from the media store.';
comment on column core.discarded_content.sha256 is 'Key of the file in the media store.';
comment on column core.discarded_content.discarded_at is 'When its last user let go of it.';
