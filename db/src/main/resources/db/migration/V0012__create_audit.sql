create table core.audit_event (
    id           bigint generated always as identity,
    happened_at  timestamptz not null default now(),
    app_user_id  bigint,
    address      text,
    kind         text not null,
    outcome      text not null default 'DONE',
    subject_kind text,
    subject_id   text,
    detail       text,
    constraint pk_audit_event primary key (id),
    constraint fk_audit_event_app_user foreign key (app_user_id) references core.app_user (id),
    constraint ck_audit_event_kind check (kind ~ '^[A-Z][A-Z_]*$'),
    constraint ck_audit_event_outcome check (outcome in ('DONE', 'REFUSED')),
    constraint ck_audit_event_subject check ((subject_kind is null) = (subject_id is null)),
    constraint ck_audit_event_detail check (length(detail) <= 500)
);
create index ix_audit_event_user on core.audit_event (app_user_id, id);
create index ix_audit_event_kind on core.audit_event (kind, id);
create index ix_audit_event_happened on core.audit_event (happened_at);
comment on table core.audit_event is 'One row per act worth answering for: who saw, exported, erased or changed what. Rows are added and never changed.';
comment on column core.audit_event.id is 'Surrogate key; in the order of writing.';
comment on column core.audit_event.happened_at is 'When it was done.';
comment on column core.audit_event.app_user_id is 'Who did it, or whose sign-in was refused; empty for the server itself and for an unknown login.';
comment on column core.audit_event.address is 'Network address that the request came from; empty where there was none.';
comment on column core.audit_event.kind is 'What was done: SIGN_IN, EXPORTED, USER_CHANGED and so on.';
comment on column core.audit_event.outcome is 'DONE or REFUSED.';
comment on column core.audit_event.subject_kind is 'What sort of thing it was done to: USER, CLIENT, CAMPAIGN, RECORDING, REPORT and so on; empty when to nothing in particular.';
comment on column core.audit_event.subject_id is 'Its identifier in addresses: a UUID, a login or a client''s code.';
comment on column core.audit_event.detail is 'What is needed to understand it, in few words; no secrets, no images.';

revoke update, delete, truncate on core.audit_event from otklik_app;
