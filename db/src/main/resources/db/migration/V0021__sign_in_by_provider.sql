-- A user can be known by an OpenID provider instead of by a password.
alter table core.app_user
    alter column password_hash drop not null,
    add sso_issuer  text,
    add sso_subject text,
    add sso_email   text,
    add constraint uq_app_user_sso unique (sso_issuer, sso_subject),
    add constraint ck_app_user_sso check ((sso_issuer is null) = (sso_subject is null)),
    add constraint ck_app_user_sso_email check (sso_email = lower(sso_email)),
    add constraint ck_app_user_way_in check (num_nonnulls(password_hash, sso_subject, sso_email) = 1);
create unique index uq_app_user_sso_email on core.app_user (sso_email);
comment on column core.app_user.password_hash is 'PBKDF2 hash with its parameters and salt, never the password; empty for a user who signs in by the provider.';
comment on column core.app_user.sso_issuer is 'OpenID provider that says who this is; empty for a user with a password.';
comment on column core.app_user.sso_subject is 'The provider''s own name of the user, which it never gives to another one.';
comment on column core.app_user.sso_email is 'Whoever comes first from the provider with this verified mail is this user; empty from then on.';
comment on column core.app_user.last_sign_in_at is 'When the user last signed in, by password or by the provider.';
