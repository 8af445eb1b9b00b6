-- How many revisions of each file are kept of those that are made in a configuration; null for all.
alter table configuration add column max_revisions integer;
create index configuration_max_revisions on configuration (max_revisions);

-- Which revisions of a resource queues tell of: they stay.
create index resolution_item_resource on resolution_item (resource_id, number);
