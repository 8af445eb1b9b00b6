-- Since when locks and checkouts are held. Of those that are older, nobody knows: they are as old as this script.
alter table dav_lock add column created_at timestamp with time zone default current_timestamp not null;
alter table checkout add column created_at timestamp with time zone default current_timestamp not null;
