-- A change's place in line, drawn when it has all its locks: changes that build on others come after them. Its rows share
-- the place, so that no batch cuts a change in two.
alter table journal add column place bigint;
alter table journal add column ordinal integer default 0 not null;
update journal set place = id;
create index journal_change on journal (change_id);
update journal set
    place = (select min(o.id) from journal o where o.change_id = journal.change_id),
    ordinal = (select count(*) from journal o where o.change_id = journal.change_id and o.id < journal.id)
where number is null;
drop index journal_change;
alter table journal alter column place set not null;
alter table journal drop constraint journal_pk;
alter table journal drop column id;
alter table journal add constraint journal_pk primary key (place, ordinal);
drop index journal_number;
create index journal_number on journal (number, place, ordinal);

-- What each member maps in the newest numbered state, and since which change; and what it mapped before, until which.
alter table member_mark add column resource_id uuid;
create index member_mark_resource on member_mark (resource_id);
create table ended_mapping (
    member_id bigint not null,
    ended bigint not null,
    mapped bigint not null,
    resource_id uuid not null,
    constraint ended_mapping_pk primary key (member_id, ended)
);
create index ended_mapping_ended on ended_mapping (ended);
create index ended_mapping_resource on ended_mapping (resource_id);

-- Members that came with a collection, and never changed by themselves, have had no marks.
insert into member_mark (member_id, collection_id, number, mapped, below, mark)
select m.id, m.collection_id, 0, 0, 0, 0 from member m
where not exists (select 1 from member_mark k where k.member_id = m.id);

-- Everything that follows looks for the journal's rows of a member.
create index journal_member on journal (member_id, number);

-- What is mapped now has a number; unless a change waits for its own: then what was mapped before the first that waits.
update member_mark set resource_id = (select m.resource_id from member m where m.id = member_mark.member_id);
update member_mark set resource_id = coalesce(
    (select f.resource_id from former_member f
        where f.member_id = member_mark.member_id
            and exists (select 1 from journal j where j.member_id = f.member_id and j.number is null
                and j.change_id = f.change_id)
            and not exists (select 1 from journal j where j.member_id = f.member_id and j.number is null
                and j.kind = 'MAPPED' and j.at = f.mapped_at)
        order by f.unmapped_at fetch first 1 rows only),
    -- Or nothing has ended: the boundary of what is mapped there was moved.
    (select m.resource_id from member m
        where m.id = member_mark.member_id
            and not exists (select 1 from former_member f, journal j
                where f.member_id = m.id and j.member_id = m.id and j.number is null and j.change_id = f.change_id)
            and not exists (select 1 from journal j where j.member_id = m.id and j.number is null
                and j.kind = 'MAPPED' and j.at = m.mapped_at)))
where exists (select 1 from journal j where j.member_id = member_mark.member_id and j.number is null);

insert into ended_mapping (member_id, ended, mapped, resource_id)
select f.member_id, c.number,
    coalesce((select max(j.number) from journal j
        where j.member_id = f.member_id and j.number is not null and j.kind = 'MAPPED' and j.at = f.mapped_at), 0),
    f.resource_id
from former_member f join change_link c on c.change_id = f.change_id;

-- Where a boundary was moved, the same resource counts as mapped again.
insert into ended_mapping (member_id, ended, mapped, resource_id)
select k.member_id, k.mapped,
    coalesce((select max(j.number) from journal j
        where j.member_id = k.member_id and j.number is not null and j.kind = 'MAPPED' and j.at = m.mapped_at), 0),
    k.resource_id
from member_mark k join member m on m.id = k.member_id and m.resource_id = k.resource_id
where k.mapped > 0
    and exists (select 1 from journal j where j.member_id = k.member_id and j.number = k.mapped and j.at > m.mapped_at)
    and not exists (select 1 from ended_mapping e where e.member_id = k.member_id and e.ended = k.mapped);

-- Changes that wait say from now on what they mapped, all of them what is mapped in the end.
update journal set
    kind = case when exists (select 1 from member m where m.id = journal.member_id and m.resource_id is not null)
        then 'MAPPED' else 'UNMAPPED' end,
    resource_id = (select m.resource_id from member m where m.id = journal.member_id)
where number is null and member_id is not null;

drop index journal_member;
