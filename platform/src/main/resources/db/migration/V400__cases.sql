-- Cases: what the line list is searched, sorted and counted by; one row a case, as it is known now.
create schema cases;

create table cases.line (
  record          bigint primary key,
  case_number     text not null,
  source          text not null,
  region          text,
  nation          text,
  province        text,
  city            text,
  district        text,
  classification  text,
  outcome         text,
  sex             text,
  age_years       real,
  onset_date      date,
  report_date     date,
  sort_date       date not null
);
comment on column cases.line.sort_date is 'Report date, else onset date, else 0001-01-01: newest first needs a value that is always there.';
create index line_newest on cases.line (sort_date desc, record desc);
create index line_nation on cases.line (nation, sort_date desc, record desc);
create index line_province on cases.line (province, sort_date desc, record desc);
create index line_city on cases.line (city, sort_date desc, record desc);
create index line_district on cases.line (district, sort_date desc, record desc);
create index line_number on cases.line (case_number text_pattern_ops);

create table cases.daily (
  region         text not null,
  by_date        text not null check (by_date in ('onset', 'report')),
  date           date not null,
  classification text not null,
  count          int not null,
  primary key (region, by_date, date, classification)
);
comment on table cases.daily is 'Cases a day for each region that cases name directly; sums over a part of the tree are made when asked.';
