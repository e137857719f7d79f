-- What a source says where a code was expected and the field stayed empty.
alter table records.record add column left_out jsonb not null default '{}';
comment on column records.record.left_out is 'Field name to the value that is not in its code list; nothing about a person.';
