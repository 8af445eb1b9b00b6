-- Uploads that come in several requests, until they are whole (docs/schema.md, docs/adr/0027-uploads-in-pieces.md).
create table upload (
    id uuid not null,
    principal varchar(255) not null,
    name varchar(255) not null,
    method varchar(8) not null,
    target text not null,
    headers text not null,
    length bigint,
    staged_bytes bigint not null,
    parts integer not null,
    completed boolean not null,
    writer uuid not null,
    expires_at timestamp with time zone not null,
    constraint upload_pk primary key (id),
    constraint upload_name unique (principal, name)
);
create index upload_open on upload (principal, completed);
create index upload_expiry on upload (expires_at);

create table upload_part (
    upload_id uuid not null,
    number bigint not null,
    name varchar(255) not null,
    length bigint not null,
    file_id uuid not null,
    constraint upload_part_pk primary key (upload_id, number),
    constraint upload_part_name unique (upload_id, name)
);
