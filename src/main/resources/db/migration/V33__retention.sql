-- What must stay as it is, with all that is below it, and why.
create table hold (
    resource_id uuid not null,
    reason text not null,
    constraint hold_pk primary key (resource_id)
);

-- Mappings that would have been purged when the journal forgot them, were it not for a hold.
create table held_mapping (
    member_id bigint not null,
    change_id uuid not null,
    resource_id uuid not null,
    released boolean not null,
    constraint held_mapping_pk primary key (member_id, change_id)
);
create index held_mapping_released on held_mapping (released);

-- How long revisions stay of what is here and below.
create table retention (
    resource_id uuid not null,
    policy text not null,
    constraint retention_pk primary key (resource_id)
);

-- What has to be looked at for revisions that have stayed long enough, and when.
create table retention_due (
    resource_id uuid not null,
    due_at timestamp with time zone not null,
    after_name varchar(255) not null,
    constraint retention_due_pk primary key (resource_id)
);
create index retention_due_at on retention_due (due_at);
