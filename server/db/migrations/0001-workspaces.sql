-- Roles are shared by all databases of a server, so they may be there already. Neither can log in: the owner's
-- connection takes one of them on for each transaction.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['waymark_app', 'waymark_gate'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    IF NOT pg_has_role(current_user, role, 'USAGE') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO waymark_app, waymark_gate;

CREATE TABLE workspaces (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  environment text NOT NULL CHECK (environment IN ('production', 'staging')),
  -- Grows with every publication; the row's lock puts publications in order.
  revision bigint NOT NULL,
  sync_events text NOT NULL CHECK (sync_events IN ('off', 'features', 'all')),
  created_at timestamptz NOT NULL
);

-- Write keys and personal tokens. Global, because a credential is how the workspace becomes known.
CREATE TABLE credentials (
  hash text PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('write_key', 'token')),
  role text CHECK (role IN ('viewer', 'author', 'admin')),
  name text NOT NULL,
  -- The last characters, by which a person recognises it.
  hint text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK ((kind = 'token') = (role IS NOT NULL))
);

-- Ed25519 pairs with which bundles are signed.
CREATE TABLE signing_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id text NOT NULL,
  public_key text NOT NULL,
  private_key text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- Keys of the host's back end, by which it vouches for its users.
CREATE TABLE identity_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id text NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('HS256', 'EdDSA')),
  key text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- The newest bundle, exactly as it travels.
CREATE TABLE bundles (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  revision bigint NOT NULL,
  payload text NOT NULL,
  signature text NOT NULL,
  key_id text NOT NULL,
  PRIMARY KEY (workspace_id)
);

GRANT SELECT, INSERT, UPDATE ON workspaces, credentials, bundles TO waymark_app;
GRANT SELECT, INSERT ON signing_keys TO waymark_app;
GRANT SELECT, INSERT, DELETE ON identity_keys TO waymark_app;
GRANT SELECT (id) ON workspaces TO waymark_gate;
GRANT SELECT (hash, workspace_id, id, kind, role, revoked_at) ON credentials TO waymark_gate;

-- The sub-select is worked out once a statement, not once a row.
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON workspaces TO waymark_app
  USING (id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
CREATE POLICY gate ON workspaces FOR SELECT TO waymark_gate USING (true);
CREATE POLICY gate ON credentials FOR SELECT TO waymark_gate USING (true);

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['credentials', 'signing_keys', 'identity_keys', 'bundles'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
