-- How much may be stored through a collection, and what has been (docs/schema.md, docs/adr/0016-quotas.md).
create table quota (
    collection_id uuid not null,
    limit_bytes bigint not null,
    used_bytes bigint not null,
    constraint quota_pk primary key (collection_id)
);

create table quota_charge (
    resource_id uuid not null,
    number integer not null,
    collection_id uuid not null,
    bytes bigint not null,
    constraint quota_charge_pk primary key (resource_id, number, collection_id)
);
create index quota_charge_collection on quota_charge (collection_id);
