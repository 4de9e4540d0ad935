-- Pictures of guides. The name is the SHA-256 of the bytes, so nothing is ever changed.
CREATE TABLE assets (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  asset text NOT NULL CHECK (asset ~ '^[0-9a-f]{64}$'),
  type text NOT NULL,
  -- In pixels.
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  content bytea NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, asset)
);

GRANT SELECT, INSERT ON assets TO waymark_app;

ALTER TABLE assets ENABLE ROW LEVEL SECURITY;
ALTER TABLE assets FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON assets TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
