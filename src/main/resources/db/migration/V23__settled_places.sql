-- Up to which place in line no change waits for its number, or ever will: who looks for such begins there. PostgreSQL keeps
-- what an index says of earlier ones until it vacuums. A change's transaction is known before its place is drawn.
alter table journal_head add column settled bigint default 0 not null;
alter table journal_head add column settling bigint default 0 not null;
alter table journal_head add column settling_behind bigint default 0 not null;
alter table journal alter column place set default ${next_place};
