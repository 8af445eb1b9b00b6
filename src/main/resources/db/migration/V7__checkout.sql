-- What is checked out, and the locks that keep others from checking it out or in (docs/schema.md).

-- working_id is the working resource; for a checkout in place, the resource itself.
create table checkout (
    working_id uuid not null,
    resource_id uuid not null,
    base_number integer not null,
    branch_number integer not null,
    member_id bigint,
    principal varchar(255) not null,
    owner_xml text,
    comment text,
    constraint checkout_pk primary key (working_id)
);
create index checkout_resource on checkout (resource_id, working_id);

-- A lock on a working resource that keeps other checkouts away holds no writes, but a revision, a branch (held_revision
-- is null then) or a whole resource (held_branch too).
alter table dav_lock add column held_id uuid;
alter table dav_lock add column held_branch integer;
alter table dav_lock add column held_revision integer;
create index dav_lock_held on dav_lock (held_id);
