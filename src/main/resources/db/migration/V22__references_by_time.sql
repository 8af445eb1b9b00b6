-- When a body came orders what refers to it. By hash, each upload changed a page of that index that no other had touched
-- lately, the more of them the larger the store.
alter table content add column stored_at timestamp with time zone;
update content set stored_at = coalesce(
    (select min(v.created_at) from revision v where v.content_hash = content.hash), current_timestamp);
alter table content alter column stored_at set not null;

alter table revision add column content_stored_at timestamp with time zone;
update revision set content_stored_at = coalesce(
    (select c.stored_at from content c where c.hash = revision.content_hash), created_at)
where content_hash is not null;
alter table revision add constraint revision_content
    check ((content_hash is null) = (content_stored_at is null));
drop index revision_content_hash;
create index revision_content_stored_at on revision (content_stored_at);
