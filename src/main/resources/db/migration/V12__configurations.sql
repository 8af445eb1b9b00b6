-- Workspaces and dynamic configurations. The root of a configuration's own tree is a collection of the same id; the users'
-- namespace is the built-in one.
create table configuration (
    id uuid not null,
    kind varchar(16) not null,
    parent_id uuid,
    inheritance varchar(16) not null,
    base_time timestamp with time zone,
    selection_rule text,
    created_at timestamp with time zone not null,
    author varchar(255) not null,
    constraint configuration_pk primary key (id),
    constraint configuration_parent_fk foreign key (parent_id) references configuration (id)
);
create index configuration_parent on configuration (parent_id, inheritance);
create index configuration_created on configuration (created_at, id);

-- The trees that a workspace is made of, its own first.
create table configuration_layer (
    configuration_id uuid not null,
    depth integer not null,
    root_id uuid not null,
    as_of timestamp with time zone not null,
    kept_from timestamp with time zone,
    constraint configuration_layer_pk primary key (configuration_id, depth),
    constraint configuration_layer_fk foreign key (configuration_id) references configuration (id) on delete cascade
);
create index configuration_layer_root on configuration_layer (root_id, configuration_id);

-- Which configuration requests see that name none: one row.
create table default_configuration (
    id integer not null,
    configuration_id uuid not null,
    constraint default_configuration_pk primary key (id),
    constraint default_configuration_fk foreign key (configuration_id) references configuration (id)
);

-- From which configurations something was copied into which.
create table configuration_merge (
    configuration_id uuid not null,
    source_id uuid not null,
    merged_at timestamp with time zone not null,
    constraint configuration_merge_pk primary key (configuration_id, source_id),
    constraint configuration_merge_fk foreign key (configuration_id) references configuration (id) on delete cascade
);

-- What somebody has to resolve.
create table resolution_item (
    configuration_id uuid not null,
    resource_id uuid not null,
    number integer not null,
    conflict boolean not null,
    path text not null,
    noted_at timestamp with time zone not null,
    constraint resolution_item_pk primary key (configuration_id, resource_id),
    constraint resolution_item_fk foreign key (configuration_id) references configuration (id) on delete cascade
);

-- Since when a name in a workspace's own tree hides what the trees below it have there.
alter table member add column hidden_at timestamp with time zone;

-- Whether a workspace shows the resource by a member of its own.
alter table resource add column overridden boolean default false not null;

insert into configuration (id, kind, inheritance, created_at, author)
    select id, 'WORKSPACE', 'NONE', created_at, owner from resource where id = '00000000-0000-7000-8000-000000000001';
insert into configuration_layer (configuration_id, depth, root_id, as_of)
    select id, 0, id, timestamp with time zone '9999-12-31 00:00:00+00' from configuration;
insert into default_configuration (id, configuration_id) select 1, id from configuration;
