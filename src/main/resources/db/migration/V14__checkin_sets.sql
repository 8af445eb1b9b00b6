-- Checkin sets (docs/schema.md). All are below one collection, in one for each workspace; that of the built-in one is made
-- here.
insert into resource (id, collection, owner, created_at, revision_number)
    select '00000000-0000-7000-8000-000000000003', true, owner, created_at, 1 from resource
    where id = '00000000-0000-7000-8000-000000000001';
insert into resource (id, collection, owner, created_at, revision_number)
    select '00000000-0000-7000-8000-000000000004', true, owner, created_at, 1 from resource
    where id = '00000000-0000-7000-8000-000000000001';
insert into revision (resource_id, number, content_length, modified_at, author, created_at)
    select id, 1, 0, created_at, owner, created_at from resource
    where id in ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004');
insert into member (id, collection_id, name, resource_id, mapped_at)
    select nextval('member_seq'), '00000000-0000-7000-8000-000000000003', 'default', id, created_at from resource
    where id = '00000000-0000-7000-8000-000000000004';
insert into member_mark (member_id, collection_id, resource_id, number, mapped, below, mark)
    select id, collection_id, resource_id, 0, 0, 0, 0 from member
    where collection_id = '00000000-0000-7000-8000-000000000003';

create table checkin_set (
    collection_id uuid not null,
    configuration_id uuid not null,
    closed boolean not null,
    constraint checkin_set_pk primary key (collection_id),
    constraint checkin_set_fk foreign key (configuration_id) references configuration (id) on delete cascade
);
create index checkin_set_configuration on checkin_set (configuration_id);

-- Which revision was made in which set.
create table checkin (
    resource_id uuid not null,
    number integer not null,
    set_id uuid not null,
    constraint checkin_pk primary key (resource_id, number),
    constraint checkin_fk foreign key (set_id) references checkin_set (collection_id) on delete cascade
);
create index checkin_set_id on checkin (set_id);

-- Whether a name only keeps a revision, in a checkin set, and does not lead to the resource.
alter table member add column held boolean default false not null;
