-- Which revision of the same resource a revision shows again.

alter table revision add column restored_from integer;
