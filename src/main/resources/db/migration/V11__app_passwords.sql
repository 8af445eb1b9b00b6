-- Passwords that users make for single clients (docs/schema.md). Of the password itself only a hash is kept.
create table app_password (
    selector varchar(16) not null,
    secret_hash bytea not null,
    principal varchar(255) not null,
    name varchar(255) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    read_only boolean not null,
    path text,
    last_used_at timestamp with time zone,
    group_names text not null,
    signed_in_at timestamp with time zone not null,
    constraint app_password_pk primary key (selector)
);
create index app_password_principal on app_password (principal, selector);
