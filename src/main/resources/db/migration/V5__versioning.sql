-- What a resource that is under version control remembers (docs/schema.md).

alter table resource add column versioned boolean default false not null;
alter table resource add column autoversioned boolean default false not null;
-- The newest revision of the primary branch, and the newest of all. revision_number is 0 while the resource is checked
-- out in place: revision 0 is then what is being worked on.
alter table resource add column tip_number integer default 1 not null;
alter table resource add column newest_number integer default 1 not null;

alter table revision add column branch_number integer default 0 not null;
alter table revision add column predecessor integer;
alter table revision add column comment text;
alter table revision add column moved_from text;
alter table revision add column can_thaw boolean default true not null;
alter table revision add column thawed boolean default false not null;
alter table revision add column ever_thawed boolean default false not null;

-- The revisions of what is under version control along their branches, by time. Indexes of revision would serve as well, but
-- every upload would pay for them.
create table revision_line (
    resource_id uuid not null,
    branch_number integer not null,
    made_at timestamp with time zone not null,
    number integer not null,
    predecessor integer,
    constraint revision_line_pk primary key (resource_id, branch_number, made_at)
);
create index revision_line_predecessor on revision_line (resource_id, predecessor);

-- Branches besides the primary one, which has the number 0 and needs no row.
create table branch (
    resource_id uuid not null,
    number integer not null,
    id varchar(255) not null,
    base_number integer not null,
    tip_number integer not null,
    author varchar(255) not null,
    comment text,
    created_at timestamp with time zone not null,
    constraint branch_pk primary key (resource_id, number),
    constraint branch_id unique (resource_id, id)
);

create table revision_label (
    resource_id uuid not null,
    label varchar(255) not null,
    number integer not null,
    constraint revision_label_pk primary key (resource_id, label)
);
create index revision_label_number on revision_label (resource_id, number);

-- What a revision comes from besides its predecessor: a merged revision that a client names, or the one that was
-- checked out when the branch had moved on.
create table revision_origin (
    resource_id uuid not null,
    number integer not null,
    origin integer not null,
    merged boolean not null,
    constraint revision_origin_pk primary key (resource_id, number, origin, merged)
);
create index revision_origin_origin on revision_origin (resource_id, origin);

-- SETDEFAULT, and its end, over time.
create table default_choice (
    member_id bigint not null,
    chosen_at timestamp with time zone not null,
    number integer,
    constraint default_choice_pk primary key (member_id, chosen_at)
);
