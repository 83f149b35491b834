-- Users can be shut out, get one-time passwords and have their sessions ended; and what is done
-- with people's recordings and with the rights of users is written down for good.
alter table core.app_user
    add must_change_password boolean     not null default false,
    add session_generation   integer     not null default 0,
    add deactivated_at       timestamptz,
    add last_sign_in_at      timestamptz;
comment on column core.app_user.must_change_password is 'True while the password is a one-time one that somebody else knows.';
comment on column core.app_user.session_generation is 'Counted up to end all sessions of the user: one that began with another number is over.';
comment on column core.app_user.deactivated_at is 'Since when the user may not sign in; empty for a user who may.';
comment on column core.app_user.last_sign_in_at is 'When the user last gave the password rightly.';

create table core.audit_event (
    id           bigint      generated always as identity,
    happened_at  timestamptz not null default now(),
    app_user_id  bigint,
    address      text,
    kind         text        not null,
    outcome      text        not null default 'DONE',
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
comment on column core.audit_event.kind is 'What was done: SIGN_IN, VIEWER_FILM_SEEN, EXPORTED, USER_CHANGED and so on.';
comment on column core.audit_event.outcome is 'DONE or REFUSED.';
comment on column core.audit_event.subject_kind is 'What sort of thing it was done to: USER, CLIENT, CAMPAIGN, RECORDING, REPORT and so on; empty when to nothing in particular.';
comment on column core.audit_event.subject_id is 'Its identifier in addresses: a UUID, a login or a client''s code.';
comment on column core.audit_event.detail is 'What is needed to understand it, in few words; no secrets, no pictures.';

create function core.refuse_change_of_audit() returns trigger
language plpgsql as $$
begin
    raise exception 'Rows of core.audit_event are added and never changed.';
end
$$;
comment on function core.refuse_change_of_audit() is 'Keeps the audit log append-only, for its owner too.';
create trigger tr_audit_event_append_only
before update or delete or truncate on core.audit_event
for each statement execute function core.refuse_change_of_audit();
revoke update, delete, truncate on core.audit_event from otklik_app;
