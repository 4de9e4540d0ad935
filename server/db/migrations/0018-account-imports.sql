-- Files of accounts that were taken, with what became of each row.
CREATE TABLE account_imports (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  file_name text NOT NULL,
  made int NOT NULL,
  changed int NOT NULL,
  unchanged int NOT NULL,
  refused int NOT NULL,
  report jsonb NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

GRANT SELECT, INSERT, UPDATE (undone_at) ON account_imports TO waymark_app;

ALTER TABLE account_imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_imports FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON account_imports TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
