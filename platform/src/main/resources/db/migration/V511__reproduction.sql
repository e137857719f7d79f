-- Reproduction numbers: what they are computed with, and what has been computed.
create schema reproduction;

create table reproduction.disease (
  name          text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title_en      text not null,
  title_zh      text not null,
  interval_mean double precision not null check (interval_mean > 1),
  interval_sd   double precision not null check (interval_sd > 0),
  delay_mean    double precision not null check (delay_mean >= 0),
  delay_sd      double precision not null check (delay_sd > 0),
  source        text not null,
  position      int  not null
);
comment on column reproduction.disease.interval_mean is 'Days from one case to the next it infects (serial interval).';
comment on column reproduction.disease.delay_mean is 'Days from infection to report.';

create table reproduction.setting (
  only_row boolean primary key default true check (only_row),
  disease  text not null references reproduction.disease
);

-- Computed once for each series, vintage, method, parameters and version; found by their digest.
create table reproduction.estimate (
  digest  bytea primary key,
  result  jsonb not null,
  used_at timestamptz not null
);
create index estimate_used on reproduction.estimate (used_at);

insert into reproduction.disease
  (name, title_en, title_zh, interval_mean, interval_sd, delay_mean, delay_sd, source, position)
values
  ('covid-19', 'COVID-19', '新型冠状病毒感染', 4.7, 2.9, 8.5, 4.0,
   'Serial interval: Nishiura et al., Int J Infect Dis 93 (2020) 284. Delay: incubation 5.5 days (Lauer et al., Ann Intern Med 172, 2020) and 3 days to the report, an assumption to be set to your own', 1),
  ('influenza', 'Influenza', '流行性感冒', 2.6, 1.5, 4.0, 2.0,
   'Serial interval: Ferguson et al., Nature 437 (2005) 209. Delay: incubation 1.5 days (Lessler et al., Lancet Infect Dis 9, 2009) and 2.5 days to the report, an assumption to be set to your own', 2),
  ('sars', 'SARS', '传染性非典型肺炎', 8.4, 3.8, 9.5, 4.5,
   'Serial interval: Lipsitch et al., Science 300 (2003) 1966. Delay: incubation 6.4 days (Donnelly et al., Lancet 361, 2003) and 3 days to the report, an assumption to be set to your own', 3),
  ('ebola', 'Ebola virus disease', '埃博拉病毒病', 15.3, 9.3, 16.5, 8.5,
   'Serial interval and incubation (11.4 days): WHO Ebola Response Team, N Engl J Med 371 (2014) 1481. Delay: 5 days from onset to the report, an assumption to be set to your own', 4),
  ('measles', 'Measles', '麻疹', 14.9, 3.9, 15.5, 4.0,
   'Serial interval: Groendyke et al., Scand J Stat 38 (2011) 600, as in EpiEstim. Delay: incubation 12.5 days (Lessler et al., Lancet Infect Dis 9, 2009) and 3 days to the report, an assumption to be set to your own', 5);
insert into reproduction.setting (disease) values ('covid-19');
