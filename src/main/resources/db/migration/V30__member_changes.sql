-- What a change did to what it touched, and the revision that shows it. Rows from before say nothing of it.
alter table journal add column deeds integer default 0 not null;
alter table journal add column revision_number integer;

-- What each numbered change did at which names, in the order in which people ask for it: the newest of a collection, and
-- of a name.
create table member_change (
    collection_id uuid not null,
    number bigint not null,
    member_id bigint not null,
    resource_id uuid not null,
    deeds integer not null,
    revision_number integer,
    other_id bigint,
    constraint member_change_pk primary key (collection_id, number, member_id, resource_id)
);
create index member_change_member on member_change (member_id, number);

-- Collections that a collection had and has no more: what was done in them was done in it.
create table former_subtree (
    parent_id uuid not null,
    ended bigint not null,
    member_id bigint not null,
    collection_id uuid not null,
    mapped bigint not null,
    constraint former_subtree_pk primary key (parent_id, ended, member_id)
);

-- Of earlier changes it is known where they were, and whether something went: 16 is removed, 24 moved away, 8 moved here.
insert into member_change (collection_id, number, member_id, resource_id, deeds, revision_number, other_id)
select m.collection_id, j.number, m.id, f.resource_id, case when o.member_id is null then 16 else 24 end, null, o.member_id
from (select distinct number, change_id, member_id from journal where number is not null) j
    join member m on m.id = j.member_id
    join former_member f on f.member_id = j.member_id and f.change_id = j.change_id
    left join (select number, resource_id, max(member_id) as member_id from journal where kind = 'MAPPED'
        group by number, resource_id) o
        on o.number = j.number and o.resource_id = f.resource_id and f.ending = 'MOVED';

insert into member_change (collection_id, number, member_id, resource_id, deeds, revision_number, other_id)
select m.collection_id, j.number, m.id, j.resource_id,
    case when r.created_at = j.at then 1 when o.member_id is not null then 8 else 0 end, null, o.member_id
from (select distinct number, change_id, member_id, resource_id, at from journal
        where number is not null and kind = 'MAPPED') j
    join member m on m.id = j.member_id
    left join resource r on r.id = j.resource_id
    left join (select change_id, resource_id, max(member_id) as member_id from former_member where ending = 'MOVED'
        group by change_id, resource_id) o on o.change_id = j.change_id and o.resource_id = j.resource_id
where not exists (select 1 from member_change c where c.collection_id = m.collection_id and c.number = j.number
        and c.member_id = m.id and c.resource_id = j.resource_id);

insert into member_change (collection_id, number, member_id, resource_id, deeds, revision_number, other_id)
select k.collection_id, j.number, k.member_id, j.resource_id, 0, null, null
from (select distinct number, resource_id from journal where member_id is null and number is not null) j
    join member_mark k on k.resource_id = j.resource_id and k.mapped < j.number;

insert into member_change (collection_id, number, member_id, resource_id, deeds, revision_number, other_id)
select j.resource_id, j.number, 0, j.resource_id, 0, null, null
from (select distinct number, resource_id from journal where member_id is null and number is not null) j
    join resource r on r.id = j.resource_id and r.collection;

insert into former_subtree (parent_id, ended, member_id, collection_id, mapped)
select k.collection_id, e.ended, e.member_id, e.resource_id, e.mapped
from ended_mapping e join member_mark k on k.member_id = e.member_id join resource r on r.id = e.resource_id
where r.collection;
