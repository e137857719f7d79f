-- The audit book sealed into a Merkle tree, so that it cannot be rewritten unnoticed.

-- Entries that are not sealed yet; filled with each entry, in its transaction.
CREATE TABLE audit.pending (
  entry bigint PRIMARY KEY REFERENCES audit.entry
);

CREATE FUNCTION audit.queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit.pending (entry) SELECT id FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_queue AFTER INSERT ON audit.entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit.queue();

INSERT INTO audit.pending (entry) SELECT id FROM audit.entry;

-- The leaves of the tree: each entry in the order in which it was sealed.
CREATE TABLE audit.leaf (
  index bigint PRIMARY KEY,
  entry bigint NOT NULL UNIQUE REFERENCES audit.entry,
  -- SHA-256 of the byte 0 and the entry in canonical JSON.
  hash  bytea  NOT NULL CHECK (length(hash) = 32),
  -- SHA-256 of the chain before and the hash.
  chain bytea  NOT NULL CHECK (length(chain) = 32)
);

-- Complete subtrees over 2^level leaves, for the levels 8, 16, 24 ...; those between are computed.
CREATE TABLE audit.node (
  level smallint NOT NULL CHECK (level > 0 AND level % 8 = 0),
  index bigint   NOT NULL,
  hash  bytea    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, index)
);

-- Signed notes (c2sp.org/signed-note); none is ever replaced.
CREATE TABLE audit.checkpoint (
  size bigint      PRIMARY KEY,
  at   timestamptz NOT NULL,
  note text        NOT NULL
);
