-- Rules that watch series, what they flagged, and on what they were last evaluated.
create table alarms.signal (
  alarm        bigint not null references alarms.alarm,
  date         date not null,
  observed     double precision not null,
  expected     double precision,
  upper        double precision,
  score        double precision,
  rule_version int not null,
  first_known  timestamptz not null,
  vintage      timestamptz not null,
  present      boolean not null default true,
  primary key (alarm, date)
);
comment on table alarms.signal is 'Steps of a series that a rule flagged: as judged by the newest data; first_known is the vintage that showed it first.';

create table alarms.rule_version (
  rule       bigint not null,
  version    int not null,
  definition jsonb not null,
  active     boolean not null,
  reason     text not null check (reason <> ''),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (rule, version)
);
comment on table alarms.rule_version is 'A rule is its highest version; rows are only added.';
create sequence alarms.rule_id;

create table alarms.evaluation (
  rule       bigint primary key,
  version    int not null,
  at         timestamptz not null,
  vintage    timestamptz,
  last_date  date,
  assessed   int not null,
  unassessed int not null,
  raised     int not null,
  note       text not null default ''
);
comment on table alarms.evaluation is 'What each rule was last evaluated on; note is the code of a reason why it could not be.';
