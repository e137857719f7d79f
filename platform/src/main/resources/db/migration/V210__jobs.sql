-- Long work, as it went.
CREATE SCHEMA jobs;

CREATE TABLE jobs.job (
  id         uuid PRIMARY KEY,
  kind       text        NOT NULL,
  state      text        NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
  done       bigint      NOT NULL DEFAULT 0,
  total      bigint,
  unit       text        NOT NULL,
  message_en text        NOT NULL,
  message_zh text        NOT NULL,
  started_by text        NOT NULL,
  queued_at  timestamptz NOT NULL,
  started_at timestamptz,
  ended_at   timestamptz
);
CREATE INDEX job_queued_at ON jobs.job (queued_at DESC, id);
