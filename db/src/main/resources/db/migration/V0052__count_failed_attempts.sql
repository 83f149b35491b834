create table core.failed_attempt (
    kind           text        not null,
    subject_sha256 text        not null,
    failed_at      timestamptz not null,
    constraint ck_failed_attempt_kind check (kind in ('LOGIN', 'ADDRESS', 'STRANGER', 'LINK', 'PARTICIPATION')),
    constraint ck_failed_attempt_subject_sha256 check (subject_sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_failed_attempt_subject on core.failed_attempt (kind, subject_sha256, failed_at);
create index ix_failed_attempt_failed_at on core.failed_attempt (failed_at);
comment on table core.failed_attempt is
    'One row per attempt that counts against a limit, of all servers; deleted after an hour.';
comment on column core.failed_attempt.kind is
    'LOGIN: a wrong password for a login from an address; ADDRESS, STRANGER: one from an address, for a login that exists or not; LINK: a link that opens nothing; PARTICIPATION: a participation that was begun.';
comment on column core.failed_attempt.subject_sha256 is
    'SHA-256 of who attempts: the login with the address, or the address.';
comment on column core.failed_attempt.failed_at is 'When.';
