-- Version maps: names for what a configuration shows, or for the revisions of one file.
create table version_map (
    name varchar(255) not null,
    configuration_id uuid,
    resource_id uuid,
    file_name varchar(255),
    style varchar(16),
    author varchar(255) not null,
    created_at timestamp with time zone not null,
    constraint version_map_pk primary key (name)
);
