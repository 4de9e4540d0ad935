-- What was done with personal tokens. The application may add and read, never change.
CREATE TABLE audit_log (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  method text NOT NULL,
  route text NOT NULL,
  subject text,
  PRIMARY KEY (workspace_id, id)
);

GRANT SELECT, INSERT ON audit_log TO waymark_app;

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON audit_log TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
