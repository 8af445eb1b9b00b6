-- The collections below a locked one that do not show to whoever took the lock: it binds nobody there.
create table dav_lock_bound (
    token uuid not null,
    collection_id uuid not null,
    constraint dav_lock_bound_pk primary key (token, collection_id),
    constraint dav_lock_bound_lock foreign key (token) references dav_lock (token) on delete cascade
);
