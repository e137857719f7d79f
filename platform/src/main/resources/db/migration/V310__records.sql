-- Records: a thing and its history. One row is one version; old versions stay.
create schema records;

create table records.record (
  id            bigint generated always as identity primary key,
  standard      text not null,
  source        text not null,
  external_id   text not null,
  version       int not null check (version >= 1),
  content_hash  text not null,
  as_of         timestamptz not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  region        text,
  person        uuid,
  data          jsonb not null,
  flags         text[] not null default '{}',
  import_id     bigint not null,
  row_number    bigint not null,
  unique (standard, source, external_id, version)
);
comment on column records.record.data is 'Field name to value, personal fields left out; those are with the person.';
comment on column records.record.flags is 'Codes of the rules that warned about this row.';
create unique index record_current on records.record (standard, source, external_id) where superseded_at is null;
create index record_region on records.record (standard, region, id) where superseded_at is null;
create index record_import on records.record (import_id);
