-- Who may do what in which collection (docs/schema.md). A list is never changed: another one takes its place.
create sequence access_list_seq increment by 1;
create table access_list (
    id bigint not null,
    collection_id uuid not null references resource (id) on delete cascade,
    change_id uuid not null,
    at timestamp with time zone not null,
    in_force boolean not null,
    constraint access_list_pk primary key (id)
);
create index access_list_collection on access_list (collection_id, id);
create table access_grant (
    list_id bigint not null references access_list (id) on delete cascade,
    ordinal integer not null,
    kind varchar(8) not null,
    name varchar(255) not null,
    privileges integer not null,
    constraint access_grant_pk primary key (list_id, ordinal)
);
-- H2 reads no index backwards: what a branch was at a time took a look at all revisions before.
create index revision_line_newest on revision_line (resource_id, branch_number, made_at desc);
