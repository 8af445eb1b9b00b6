-- One set of migrations runs on H2 and on PostgreSQL. docs/schema.md says of each table and index what it is for.
--
-- The tables of every upload have no foreign keys among each other: on PostgreSQL each new member would share-lock its
-- collection's row, which all writers of one collection would then rewrite in turn. The check command looks after them.

create sequence member_seq start with 1 increment by 100;
create sequence journal_seq start with 1 increment by 100;
create sequence property_set_seq start with 1 increment by 100;

create table content (
    hash bytea not null,
    length bigint not null,
    body bytea,
    condemned_at timestamp with time zone,
    constraint content_pk primary key (hash)
);

create table released_content (
    hash bytea not null,
    released_at timestamp with time zone not null
);
create index released_content_at on released_content (released_at);

create table property_set (
    id bigint not null,
    constraint property_set_pk primary key (id)
);

create table dead_property (
    set_id bigint not null,
    namespace varchar(1024) not null,
    name varchar(1024) not null,
    xml text not null,
    constraint dead_property_pk primary key (set_id, namespace, name),
    constraint dead_property_set foreign key (set_id) references property_set (id) on delete cascade
);

create table resource (
    id uuid not null,
    collection boolean not null,
    owner varchar(255) not null,
    created_at timestamp with time zone not null,
    revision_number integer not null,
    constraint resource_pk primary key (id)
);

create table revision (
    resource_id uuid not null,
    number integer not null,
    content_hash bytea,
    content_length bigint not null,
    content_type varchar(255),
    content_language varchar(255),
    modified_at timestamp with time zone not null,
    property_set_id bigint,
    author varchar(255) not null,
    created_at timestamp with time zone not null,
    constraint revision_pk primary key (resource_id, number)
);
create index revision_content_hash on revision (content_hash);

create table member (
    id bigint not null,
    collection_id uuid not null,
    name varchar(255) not null,
    resource_id uuid,
    default_number integer,
    mapped_at timestamp with time zone not null,
    constraint member_pk primary key (id),
    constraint member_name unique (collection_id, name)
);
create index member_resource on member (resource_id);

create table former_member (
    member_id bigint not null,
    resource_id uuid not null,
    mapped_at timestamp with time zone not null,
    unmapped_at timestamp with time zone not null,
    unmapped_by varchar(255) not null,
    change_id uuid not null,
    constraint former_member_pk primary key (member_id, change_id),
    constraint former_member_member foreign key (member_id) references member (id)
);
create index former_member_resource on former_member (resource_id);
create index former_member_change on former_member (change_id);

create table journal (
    id bigint not null,
    change_id uuid not null,
    kind varchar(8) not null,
    member_id bigint,
    resource_id uuid,
    principal varchar(255) not null,
    at timestamp with time zone not null,
    number bigint,
    constraint journal_pk primary key (id)
);
create index journal_number on journal (number);

create table journal_head (
    id integer not null,
    incarnation uuid not null,
    number bigint not null,
    hash bytea not null,
    constraint journal_head_pk primary key (id)
);

create table change_link (
    number bigint not null,
    change_id uuid not null,
    at timestamp with time zone not null,
    hash bytea not null,
    constraint change_link_pk primary key (number)
);

create table member_mark (
    member_id bigint not null,
    collection_id uuid not null,
    number bigint not null,
    mapped bigint not null,
    below bigint not null,
    mark bigint not null,
    constraint member_mark_pk primary key (member_id)
);
create index member_mark_level_one on member_mark (collection_id, number, member_id);
create index member_mark_infinite on member_mark (collection_id, mark, member_id);

create table collection_mark (
    collection_id uuid not null,
    number bigint not null,
    changed_at timestamp with time zone not null,
    constraint collection_mark_pk primary key (collection_id)
);

create table dav_lock (
    token uuid not null,
    resource_id uuid not null,
    root text not null,
    exclusive boolean not null,
    infinite boolean not null,
    owner_xml text,
    principal varchar(255) not null,
    timeout_seconds bigint not null,
    expires_at timestamp with time zone not null,
    constraint dav_lock_pk primary key (token)
);
create index dav_lock_resource on dav_lock (resource_id);
create index dav_lock_expires on dav_lock (expires_at);

create table dav_lock_ancestor (
    token uuid not null,
    collection_id uuid not null,
    constraint dav_lock_ancestor_pk primary key (collection_id, token),
    constraint dav_lock_ancestor_lock foreign key (token) references dav_lock (token) on delete cascade
);
create index dav_lock_ancestor_token on dav_lock_ancestor (token);

-- The collection that /files/ shows. It is mapped by no member, and is there from the start.
insert into resource (id, collection, owner, created_at, revision_number)
values ('00000000-0000-7000-8000-000000000001', true, 'tidemark', current_timestamp, 1);
insert into revision (resource_id, number, content_length, modified_at, author, created_at)
values ('00000000-0000-7000-8000-000000000001', 1, 0, current_timestamp, 'tidemark', current_timestamp);
