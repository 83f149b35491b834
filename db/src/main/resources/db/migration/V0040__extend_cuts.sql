-- The curve of a clip may be that of some viewers; the card at a trailer's end may show the client's logo.

alter table core.clip add column segment jsonb not null default '{}';
comment on column core.clip.segment is 'Whose curve it shows: of each attribute named the values of which viewers have one; {} for everybody.';

alter table core.trailer_video add column closing_logo boolean not null default false;
comment on column core.trailer_video.closing_logo is 'Whether the card at the end shows the client''s logo.';
