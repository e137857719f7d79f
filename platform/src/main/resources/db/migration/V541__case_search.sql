-- The line list is found by words and sorted by its main columns.
alter table cases.line
  add column place text collate "C" not null default '',
  add column search tsvector not null default '';
comment on column cases.line.place is 'Path of the region, codes from the root: sorts a region beside those around it.';
comment on column cases.line.search is 'Words of what everybody who sees the case may read; nothing about a person.';

-- Cases that are there already are found by number and source until they are imported anew.
update cases.line set
  place = coalesce(nullif(concat_ws('/', 'world', nation, province, city, district), 'world') || '/', ''),
  search = to_tsvector('simple', case_number || ' ' || source);

drop index cases.line_number;
create index line_number on cases.line (case_number collate "C", record);
create index line_onset on cases.line (coalesce(onset_date, date '0001-01-01'), record);
create index line_age on cases.line (coalesce(age_years, -1), record);
create index line_place on cases.line (place, record);
create index line_search on cases.line using gin (search);
