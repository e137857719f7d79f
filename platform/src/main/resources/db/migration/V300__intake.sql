-- Intake: what was sent, what became of each row, what was learnt of each source.
create schema intake;

create table intake.import (
  id               bigint generated always as identity primary key,
  standard         text not null,
  standard_version text not null,
  source           text not null,
  file_name        text not null,
  file_sha256      text not null,
  stored_file      text,
  as_of            timestamptz,
  dry_run          boolean not null,
  mapping          jsonb,
  state            text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  job              uuid,
  started_by       text not null,
  created_at       timestamptz not null,
  started_at       timestamptz,
  ended_at         timestamptz,
  rows             bigint not null default 0,
  accepted         bigint not null default 0,
  quarantined      bigint not null default 0,
  unchanged        bigint not null default 0,
  flagged          bigint not null default 0,
  error_code       text,
  error_message    text
);
comment on column intake.import.stored_file is 'Name of the uploaded file in the data folder until the import has ended.';
create index import_newest on intake.import (id desc) include (state);
create index import_same_file on intake.import (file_sha256, standard, source) where state = 'done' and not dry_run;

create table intake.import_rule (
  import_id bigint not null references intake.import on delete cascade,
  rule      text not null,
  severity  text not null check (severity in ('error', 'warning')),
  count     bigint not null,
  primary key (import_id, rule, severity)
);

create table intake.quarantine (
  import_id    bigint not null references intake.import on delete cascade,
  row_number   bigint not null,
  standard     text not null,
  source       text not null,
  content_hash text not null,
  raw          json not null,
  person       uuid,
  problems     jsonb not null,
  state        text not null default 'open' check (state in ('open', 'corrected', 'discarded', 'repeated')),
  settled_by   text,
  settled_at   timestamptz,
  primary key (import_id, row_number)
);
comment on column intake.quarantine.raw is 'The row as it came, column name to text; personal columns are not in it but with the person.';
comment on column intake.quarantine.state is 'repeated: the same row of the same source waits already in an earlier import.';
create index quarantine_content on intake.quarantine (standard, source, content_hash);

create table intake.mapping (
  source     text not null,
  standard   text not null,
  mapping    jsonb not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (source, standard)
);

create table intake.pull (
  id            bigint generated always as identity primary key,
  url           text not null,
  standard      text not null,
  source        text not null,
  every_minutes int not null check (every_minutes >= 1),
  enabled       boolean not null default true,
  etag          text,
  last_modified text,
  last_run_at   timestamptz,
  last_import   bigint references intake.import,
  last_error    text,
  created_by    text not null
);
