-- Catalogue: one data set per source and standard, what is said of it, and its quality over time.
create schema catalog;

create table catalog.dataset (
  id          bigint generated always as identity primary key,
  standard    text not null,
  source      text not null,
  title_en    text not null,
  title_zh    text not null,
  keywords    text[] not null default '{}',
  provider    text not null default '',
  maintainer  text not null default '',
  licence     text not null default '',
  format      text not null default '',
  released_at timestamptz not null,
  updated_at  timestamptz not null,
  unique (standard, source)
);

create table catalog.score (
  dataset      bigint not null references catalog.dataset on delete cascade,
  import_id    bigint not null,
  scored_at    timestamptz not null,
  completeness double precision not null check (completeness between 0 and 1),
  validity     double precision not null check (validity between 0 and 1),
  consistency  double precision not null check (consistency between 0 and 1),
  uniqueness   double precision not null check (uniqueness between 0 and 1),
  timeliness   double precision not null check (timeliness between 0 and 1),
  overall      double precision not null check (overall between 0 and 1),
  primary key (dataset, import_id)
);
