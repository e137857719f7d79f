-- Genomes: references, what was called of each genome, the tree they stand in, and what they say.
create schema genomes;

insert into access.permission (name) values ('genomes:read'), ('genomes:write');
insert into access.role_permission (role, permission) values
  ('analyst', 'genomes:read'),
  ('case-worker', 'genomes:read'),
  ('data-steward', 'genomes:read'),
  ('data-steward', 'genomes:write'),
  ('local-command', 'genomes:read'),
  ('local-command', 'genomes:write');

create table genomes.reference (
  id         bigint generated always as identity primary key,
  name       text not null unique,
  title      text not null,
  simulated  boolean not null,
  bases      text not null,
  regions    jsonb not null,
  clades     text,
  mask_start int not null check (mask_start >= 0),
  mask_end   int not null check (mask_end >= 0),
  created_by text not null,
  created_at timestamptz not null
);
comment on column genomes.reference.name is 'Accession, as the file says.';
comment on column genomes.reference.clades is 'The table of defining letters as it was sent.';
comment on column genomes.reference.mask_start is 'Letters at the start that the tree does not use.';

create table genomes.upload (
  id              bigint generated always as identity primary key,
  reference       bigint not null references genomes.reference,
  file_name       text not null,
  stored_file     text,
  metadata_name   text,
  stored_metadata text,
  state           text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  job             uuid,
  started_by      text not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  records         bigint not null default 0,
  accepted        bigint not null default 0,
  changed         bigint not null default 0,
  unchanged       bigint not null default 0,
  refused         bigint not null default 0,
  error_code      text,
  error_message   text
);
comment on column genomes.upload.stored_file is 'Name of the file in the data folder until the upload has been worked on; null for metadata alone.';

create table genomes.problem (
  upload   bigint not null references genomes.upload on delete cascade,
  number   int not null,
  file     text not null,
  record   bigint not null,
  line     bigint not null,
  name     text not null,
  rule     text not null,
  severity text not null check (severity in ('error', 'warning')),
  message  text not null,
  primary key (upload, number)
);
comment on column genomes.problem.record is 'Position of the record in its file, 1 = first; 0 if none.';

create table genomes.genome (
  id            bigint generated always as identity primary key,
  reference     bigint not null references genomes.reference,
  name          text not null,
  upload        bigint not null references genomes.upload,
  case_number   text,
  date_first    date,
  date_last     date,
  region        text,
  place         text,
  sequence_hash text not null,
  start_at      int not null,
  end_at        int not null,
  substitutions int[] not null,
  deletions     int[] not null,
  insertions    text[] not null,
  missing       int[] not null,
  mixed         int[] not null,
  amino_acids   text[] not null,
  unknown_acids text[] not null,
  frame_shifts  text[] not null,
  stops         text[] not null,
  clade         text,
  quality       real[] not null,
  coverage      real not null,
  recorded_at   timestamptz not null,
  unique (reference, name)
);
comment on column genomes.genome.date_first is 'Earliest day of sampling; equal to date_last where the day is known.';
comment on column genomes.genome.substitutions is 'position (0-based) << 8 | letter, in order; mixed likewise.';
comment on column genomes.genome.deletions is 'Ranges (start, end), half-open; missing likewise.';
comment on column genomes.genome.unknown_acids is 'Ranges of codons that are not known, as S:142-145.';
comment on column genomes.genome.quality is 'Scores: missing, mixed, clusters, frame shifts, stops, overall.';
create index genome_case on genomes.genome (case_number) where case_number is not null;
create index genome_region on genomes.genome (reference, region);

create table genomes.tree (
  reference bigint primary key references genomes.reference,
  version   int not null,
  built_at  timestamptz not null,
  genomes   int not null,
  parsimony int not null,
  content   bytea not null
);
comment on column genomes.tree.content is 'Branches with mutations, dates and places; format in TreeCodec.';

create table genomes.finding (
  reference   bigint not null references genomes.reference,
  first       bigint not null references genomes.genome on delete cascade,
  second      bigint not null references genomes.genome on delete cascade,
  verdict     text not null check (verdict in ('agree', 'doubtful', 'contradict', 'missing-link')),
  differences int not null,
  expected    double precision not null,
  probability double precision not null,
  rivals      int not null,
  found_at    timestamptz not null,
  primary key (reference, first, second)
);
comment on column genomes.finding.rivals is 'Other genomes that would fit a missing link as well as this one.';
create index finding_second on genomes.finding (second);

create table genomes.site (
  id          bigint generated always as identity primary key,
  reference   bigint not null references genomes.reference,
  site        text not null,
  note        text not null,
  least_count int not null check (least_count >= 1),
  least_share double precision not null check (least_share >= 0 and least_share <= 1),
  window_days int not null check (window_days between 1 and 366),
  enabled     boolean not null,
  updated_by  text not null,
  updated_at  timestamptz not null,
  unique (reference, site)
);
comment on table genomes.site is 'Sites under watch: an alarm is raised where, within the last window_days of all samples, at least least_count genomes of a place and least_share of them show a mutation there.';
comment on column genomes.site.site is 'A change (S:E484K, C241T), a site whatever the change (S:484) or a range (S:319-541).';
