-- Situation: numbers over time, for a region and an indicator, as known on a date (vintage).
create schema situation;

create table situation.series (
  id         int generated always as identity primary key,
  source     text not null,
  indicator  text not null,
  region     text not null,
  kind       text not null check (kind in ('cumulative', 'new', 'current')),
  definition text not null default '',
  stratum    text not null default '',
  unique (source, indicator, region, kind, definition, stratum)
);
create index series_region on situation.series (region, indicator);

create table situation.observation (
  series     int not null references situation.series,
  date       date not null,
  as_of      timestamptz not null,
  value      double precision not null,
  import_id  bigint not null,
  row_number bigint not null,
  primary key (series, date, as_of)
);
comment on table situation.observation is 'A value stands from its as_of on until a later one replaces it; equal values are not stored again.';

create table situation.annotation (
  region  text not null,
  date    date not null,
  kind    text not null check (kind in ('definition-change', 'vintage', 'reporting-break', 'intervention')),
  text_en text not null,
  text_zh text not null,
  source  text not null,
  primary key (region, date, kind, source)
);

create table situation.revision (only_row boolean primary key default true check (only_row), number bigint not null);
insert into situation.revision (number) values (1);
