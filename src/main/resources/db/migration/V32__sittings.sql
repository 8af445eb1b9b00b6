-- How a resource that makes revisions by itself makes them: 0, one for each write; 1, one for each lock, and one for each
-- write without; 2, one for each lock, and no writes without.
alter table resource add column sitting_rule integer default 0 not null;

-- The lock whose writes still go into a revision. It may have ended by itself: then the revision is closed all the same.
alter table revision add column sitting uuid;

-- Which revisions a lock keeps open, so that they are closed when it ends.
create table sitting (
    lock_token uuid not null,
    resource_id uuid not null,
    number integer not null,
    constraint sitting_pk primary key (lock_token, resource_id, number)
);
