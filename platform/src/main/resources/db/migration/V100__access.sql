-- Who may do what, where.
CREATE SCHEMA access;

CREATE TABLE access.permission (
  name text PRIMARY KEY CHECK (name ~ '^[a-z]+:[a-z]+$')
);

CREATE TABLE access.role (
  name     text PRIMARY KEY CHECK (name ~ '^[a-z]+(-[a-z]+)*$'),
  title_en text NOT NULL,
  title_zh text NOT NULL,
  position int  NOT NULL
);

CREATE TABLE access.role_permission (
  role       text NOT NULL REFERENCES access.role,
  permission text NOT NULL REFERENCES access.permission,
  PRIMARY KEY (role, permission)
);

CREATE TABLE access.account (
  username             text PRIMARY KEY CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name         text NOT NULL,
  -- Null for a service, which signs in by key only.
  password_hash        text,
  must_change_password boolean     NOT NULL DEFAULT false,
  disabled             boolean     NOT NULL DEFAULT false,
  created_at           timestamptz NOT NULL DEFAULT now(),
  created_by           text        NOT NULL,
  version              int         NOT NULL DEFAULT 1
);

CREATE TABLE access.account_role (
  username text NOT NULL REFERENCES access.account ON DELETE CASCADE,
  role     text NOT NULL REFERENCES access.role,
  -- Region code; null = everywhere.
  region   text,
  UNIQUE NULLS NOT DISTINCT (username, role, region)
);

CREATE TABLE access.session (
  id           uuid PRIMARY KEY,
  -- SHA-256 of the token in the cookie; the token itself is nowhere.
  token_hash   bytea       NOT NULL UNIQUE,
  username     text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  address      text        NOT NULL,
  agent        text        NOT NULL
);
CREATE INDEX session_username ON access.session (username);

CREATE TABLE access.api_key (
  id           uuid PRIMARY KEY,
  name         text        NOT NULL,
  token_hash   bytea       NOT NULL UNIQUE,
  username     text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
  -- What the key may do, at most what its account may.
  permissions  text[]      NOT NULL,
  -- Only taken from the machine the platform runs on.
  local_only   boolean     NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);

INSERT INTO access.permission (name) VALUES
  ('situation:read'), ('cases:read'), ('cases:export'), ('people:reveal'), ('contacts:read'),
  ('facilities:read'), ('data:read'), ('data:import'), ('data:correct'), ('data:configure'),
  ('regions:write'), ('users:read'), ('users:write'), ('settings:write'), ('audit:read'),
  ('operation:read'), ('keys:write');

INSERT INTO access.role (name, title_en, title_zh, position) VALUES
  ('viewer',        'Viewer',        '浏览者',     1),
  ('analyst',       'Analyst',       '分析员',     2),
  ('case-worker',   'Case worker',   '个案管理员', 3),
  ('data-steward',  'Data steward',  '数据管理员', 4),
  ('administrator', 'Administrator', '系统管理员', 5),
  ('auditor',       'Auditor',       '审计员',     6),
  ('local-command', 'Local command', '本机命令',   7);

INSERT INTO access.role_permission (role, permission)
SELECT role, unnest(permissions) FROM (VALUES
  ('viewer',        ARRAY['situation:read', 'facilities:read']),
  ('analyst',       ARRAY['situation:read', 'facilities:read', 'cases:read', 'cases:export', 'data:read']),
  ('case-worker',   ARRAY['situation:read', 'facilities:read', 'cases:read', 'people:reveal', 'contacts:read']),
  ('data-steward',  ARRAY['situation:read', 'facilities:read', 'cases:read', 'data:read', 'data:import',
                          'data:correct', 'data:configure', 'regions:write']),
  ('administrator', ARRAY['situation:read', 'data:read', 'users:read', 'users:write', 'settings:write',
                          'operation:read', 'keys:write']),
  ('auditor',       ARRAY['audit:read', 'users:read', 'data:read']),
  ('local-command', ARRAY['situation:read', 'facilities:read', 'cases:read', 'contacts:read', 'data:read', 'data:import',
                          'data:correct', 'data:configure', 'regions:write', 'operation:read', 'settings:write'])
) AS seed (role, permissions);
