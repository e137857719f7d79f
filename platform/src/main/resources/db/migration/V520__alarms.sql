-- Alarms: something unusual was seen; people look, and confirm or drop it. Every step stays.
create schema alarms;

create table alarms.alarm (
  id           bigint generated always as identity primary key,
  version      int not null default 1,
  state        text not null default 'signal' check (state in ('signal', 'checked', 'confirmed', 'dropped')),
  source       text not null check (source ~ '^[a-z]+(-[a-z]+)*$'),
  kind         text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  key          text not null,
  region       text not null,
  region_path  text not null,
  subject      text not null,
  title_en     text not null,
  title_zh     text not null,
  severity     int not null check (severity between 1 and 3),
  first_date   date not null,
  last_date    date not null check (last_date >= first_date),
  observed     double precision,
  expected     double precision,
  upper        double precision,
  score        double precision,
  rule         bigint,
  rule_version int,
  dataset      text,
  vintage      timestamptz not null,
  details      jsonb not null default '{}',
  present      boolean not null default true,
  assigned_to  text,
  raised_at    timestamptz not null,
  changed_at   timestamptz not null,
  open         boolean not null generated always as (state in ('signal', 'checked')) stored,
  unique (source, key)
);
comment on column alarms.alarm.key is 'The same signal of a source has the same key and is raised once.';
comment on column alarms.alarm.dataset is 'Source of the series the signal was seen in, as the catalogue names it.';
comment on column alarms.alarm.vintage is 'As known then: the newest data the signal was judged by.';
comment on column alarms.alarm.present is 'Whether the newest data still show the signal.';
create index alarm_list on alarms.alarm (open desc, severity desc, last_date desc, id desc);
create index alarm_rule on alarms.alarm (rule, region, last_date desc);
create index alarm_region on alarms.alarm (region_path text_pattern_ops) where open;

create table alarms.step (
  id         bigint generated always as identity primary key,
  alarm      bigint not null references alarms.alarm,
  at         timestamptz not null,
  actor      text not null,
  action     text not null check (action in ('raised', 'continued', 'gone', 'returned', 'checked', 'confirmed', 'dropped', 'reopened', 'assigned', 'noted')),
  from_state text,
  to_state   text not null,
  reason     text not null check (reason <> ''),
  detail     jsonb not null default '{}'
);
create index step_alarm on alarms.step (alarm, id);

insert into access.permission (name) values ('alarms:read'), ('alarms:write');
insert into access.role_permission (role, permission)
select role, unnest(permissions) from (values
  ('viewer',        array['alarms:read']),
  ('analyst',       array['alarms:read', 'alarms:write']),
  ('case-worker',   array['alarms:read', 'alarms:write']),
  ('data-steward',  array['alarms:read']),
  ('administrator', array['alarms:read']),
  ('local-command', array['alarms:read', 'alarms:write'])
) as seed (role, permissions);
