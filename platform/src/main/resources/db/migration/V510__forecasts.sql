-- Forecasts as they were made, by this platform and by others, and how each of them fared.
create schema forecasts;

create table forecasts.forecast (
  id            bigint generated always as identity primary key,
  region        text not null,
  region_path   text not null,
  indicator     text not null,
  kind          text not null check (kind in ('new', 'cumulative', 'current', 'week')),
  model         text not null check (model ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$'),
  method        text,
  source        text,
  vintage       timestamptz,
  origin        date not null,
  retrospective boolean not null default false,
  version       text,
  parameters    jsonb not null default '{}',
  week_total    double precision[] check (cardinality(week_total) = 23),
  file_name     text,
  made_by       text not null,
  made_at       timestamptz not null,
  digest        bytea not null,
  unique nulls not distinct (region, indicator, kind, model, origin, vintage, digest)
);
comment on table forecasts.forecast is 'Never changed: the running platform may only add.';
comment on column forecasts.forecast.method is 'What computed it here; null for a model from outside.';
comment on column forecasts.forecast.vintage is 'The data it was made from, as known then; null if not known.';
comment on column forecasts.forecast.origin is 'Last day whose value was used.';
comment on column forecasts.forecast.retrospective is 'Made later, from data that end at the origin but were known after it.';
comment on column forecasts.forecast.week_total is 'Quantiles of what is new in the seven days after the origin, together.';
comment on column forecasts.forecast.digest is 'SHA-256 of the targets: the same forecast is kept once.';
create index forecast_series on forecasts.forecast (region, indicator, kind, origin desc, id desc);

create table forecasts.target (
  forecast  bigint not null references forecasts.forecast,
  date      date not null,
  point     double precision not null,
  quantiles double precision[] not null check (cardinality(quantiles) = 23),
  baseline  double precision[] check (cardinality(baseline) = 23),
  primary key (forecast, date)
);
comment on column forecasts.target.baseline is 'Quantiles of the baseline from the same data: the last seven days go on.';

create table forecasts.score (
  forecast     bigint not null references forecasts.forecast,
  date         date not null,
  basis        text not null check (basis in ('first', 'latest')),
  observed     double precision not null,
  known_at     timestamptz not null,
  ape          double precision,
  wis          double precision not null,
  baseline_wis double precision,
  inside50     boolean not null,
  inside80     boolean not null,
  inside95     boolean not null,
  scored_at    timestamptz not null,
  primary key (forecast, date, basis),
  foreign key (forecast, date) references forecasts.target (forecast, date)
);
comment on column forecasts.score.basis is 'first: against the value as it was first known; latest: as it is known now.';

create table forecasts.schedule (
  id         bigint generated always as identity primary key,
  region     text not null,
  indicator  text not null,
  kind       text not null check (kind in ('new', 'cumulative', 'current')),
  method     text not null,
  horizon    int  not null check (horizon between 1 and 60),
  every_days int  not null check (every_days between 1 and 60),
  made_by    text not null,
  made_at    timestamptz not null,
  unique (region, indicator, kind)
);

create table forecasts.watched (only_row boolean primary key default true check (only_row), revision bigint not null);
insert into forecasts.watched (revision) values (0);

insert into access.permission (name) values ('forecasts:read'), ('forecasts:write');
insert into access.role_permission (role, permission)
select role, unnest(permissions) from (values
  ('viewer',        array['forecasts:read']),
  ('analyst',       array['forecasts:read', 'forecasts:write']),
  ('case-worker',   array['forecasts:read']),
  ('data-steward',  array['forecasts:read']),
  ('administrator', array['forecasts:read', 'forecasts:write']),
  ('local-command', array['forecasts:read', 'forecasts:write'])
) as seed (role, permissions);
