-- Checksums that clients compare, of contents that are stored from now on; older ones get theirs in the background.
alter table content add column md5 bytea;
alter table content add column sha1 bytea;
