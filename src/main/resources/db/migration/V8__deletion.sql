-- How a mapping ended; and whether its row is kept when the journal forgets the change, because what was mapped is under
-- version control.
alter table former_member add column ending varchar(16) default 'MOVED' not null;
alter table former_member add column kept boolean default false not null;
create index former_member_ended on former_member (member_id, ending, unmapped_at);

-- How many revisions a resource keeps; and how far the oldest have been looked through for those that can go.
alter table resource add column max_revisions integer;
alter table resource add column condensed_to integer default 0 not null;
