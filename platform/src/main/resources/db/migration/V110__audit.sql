-- What was done by whom. The runtime role may add and read rows, never change or delete them.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor      text        NOT NULL,
  action     text        NOT NULL CHECK (action ~ '^[a-z]+(-[a-z]+)*$'),
  -- What it was done to: an account, a record, an import. Never a plain identifier of a person.
  subject    text        NOT NULL,
  detail     jsonb       NOT NULL,
  request_id text
);
CREATE INDEX entry_actor ON audit.entry (actor, id DESC);
CREATE INDEX entry_action ON audit.entry (action, id DESC);
