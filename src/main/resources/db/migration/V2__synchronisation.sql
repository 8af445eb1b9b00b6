-- Below a boundary, a report on a collection above does not look.
alter table resource add column sync_boundary boolean default false not null;

-- Up to where the history of a collection's scope is gone. Of that change and of the newest one, the hashes stay: tokens
-- carry their beginnings, and must be known again when the journal has forgotten the changes themselves.
alter table collection_mark add column link bytea;
alter table collection_mark add column purged bigint default 0 not null;
alter table collection_mark add column purged_link bytea;

-- What former members a change left, by the change's number.
create unique index change_link_change on change_link (change_id);
create index change_link_at on change_link (at);

-- Up to which number changes count as forgotten; their rows are deleted after that.
alter table journal_head add column purged bigint default 0 not null;
