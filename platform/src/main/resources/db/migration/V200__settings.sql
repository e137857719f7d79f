-- Settings of the whole platform; one row.
CREATE SCHEMA settings;

CREATE TABLE settings.platform (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  epi_week_rule text        NOT NULL,
  home_region   text        NOT NULL,
  name_en       text        NOT NULL,
  name_zh       text        NOT NULL,
  version       int         NOT NULL DEFAULT 1,
  changed_by    text        NOT NULL,
  changed_at    timestamptz NOT NULL
);

INSERT INTO settings.platform (epi_week_rule, home_region, name_en, name_zh, changed_by, changed_at)
VALUES ('ISO', 'world', 'Firebreak', '防火带', 'start', now());
