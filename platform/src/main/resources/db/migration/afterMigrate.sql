-- The runtime role reads and writes rows of every capability; it makes, changes and empties no table.
DO $$
DECLARE s text;
BEGIN
  FOR s IN SELECT nspname FROM pg_namespace
           WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public') LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO firebreak_app', s);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO firebreak_app', s);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO firebreak_app', s);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %I TO firebreak_app', s);
  END LOOP;
END $$;
REVOKE INSERT, UPDATE, DELETE ON access.permission, access.role, access.role_permission FROM firebreak_app;
REVOKE UPDATE, DELETE ON audit.entry, audit.leaf, audit.node, audit.checkpoint FROM firebreak_app;
REVOKE UPDATE ON audit.pending FROM firebreak_app;
REVOKE INSERT, UPDATE, DELETE ON people.purpose FROM firebreak_app;
REVOKE UPDATE, DELETE ON forecasts.forecast, forecasts.target FROM firebreak_app;
