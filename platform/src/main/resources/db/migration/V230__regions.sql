-- Regions: the administrative tree, its geometry, and a counter that changes whenever either does.
create schema regions;

create table regions.region (
  code            text primary key,
  parent          text,
  level           text not null check (level in ('world', 'nation', 'province', 'city', 'district', 'town')),
  path            text not null,
  name_en         text not null,
  name_zh         text not null,
  aliases         text[] not null default '{}',
  scheme          text not null,
  valid_from      date,
  valid_to        date,
  longitude       double precision check (longitude between -180 and 180),
  latitude        double precision check (latitude between -90 and 90),
  population      bigint check (population >= 0),
  population_year int
);
comment on column regions.region.path is 'Codes from the root to this region, each ended by a slash; a prefix of it is a part of the tree.';
create index region_parent on regions.region (parent);
create unique index region_path on regions.region (path text_pattern_ops);

create table regions.geometry (
  code     text primary key references regions.region,
  geometry text not null
);
comment on column regions.geometry.geometry is 'A GeoJSON geometry (RFC 7946), WGS 84 degrees.';

create table regions.revision (only_row boolean primary key default true check (only_row), number bigint not null);
insert into regions.revision (number) values (1);

insert into regions.region (code, parent, level, path, name_en, name_zh, scheme)
values ('world', null, 'world', 'world/', 'World', '全球', 'firebreak');
