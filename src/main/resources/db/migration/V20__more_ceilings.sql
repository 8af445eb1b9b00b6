-- Configurations, checkin sets and maps are counted by who made them, like locks, checkouts and labels. Sets that were there
-- before are nobody's.
alter table checkin_set add column author varchar(255);
create index checkin_set_author on checkin_set (author);
create index configuration_author on configuration (author);
create index version_map_author on version_map (author);
