-- Personal fields of records. Only the package people reads or writes this schema.
CREATE SCHEMA people;

CREATE TABLE people.person (
  token       uuid PRIMARY KEY,
  -- [{"name": ..., "kind": ..., "value": ...}]
  fields      jsonb       NOT NULL,
  stored_at   timestamptz NOT NULL
);

CREATE TABLE people.purpose (
  code     text PRIMARY KEY CHECK (code ~ '^[a-z]+(-[a-z]+)*$'),
  title_en text NOT NULL,
  title_zh text NOT NULL,
  position int  NOT NULL
);

INSERT INTO people.purpose (code, title_en, title_zh, position) VALUES
  ('contact-tracing',    'Contact tracing',                           '密切接触者追踪',   1),
  ('care',               'Medical care of the person',                '医疗救治',         2),
  ('quarantine-support', 'Support of the person in quarantine',       '隔离人员服务保障', 3),
  ('data-correction',    'Correction of wrong data',                  '数据更正',         4),
  ('person-request',     'Answer to a request of the person',         '答复本人请求',     5);
