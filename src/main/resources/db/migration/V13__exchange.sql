-- What a queue tells of a resource may be several things: revisions of which none contains the other.
alter table resolution_item drop constraint resolution_item_pk;
alter table resolution_item add constraint resolution_item_pk primary key (configuration_id, resource_id, number);

-- Whether what the configuration shows is told to others, which inherit by hand: directly, or through such as follow it.
alter table configuration add column watched boolean default false not null;
create index configuration_watched on configuration (watched);

-- The layers that show the past, by its times.
create index configuration_layer_as_of on configuration_layer (as_of);

-- New revisions on their way to those who inherit them, where these are too many for one transaction.
create table pending_inheritance (
    id uuid not null,
    configuration_id uuid not null,
    member_id bigint,
    resource_id uuid not null,
    number integer not null,
    principal varchar(255) not null,
    after_member bigint not null,
    constraint pending_inheritance_pk primary key (id)
);
