-- For how many days reports of imports and the audit log are kept; null: for ever. Workspaces that are there keep everything
-- until an administrator says otherwise.
ALTER TABLE workspaces
  ADD COLUMN import_days int CHECK (import_days BETWEEN 30 AND 3650),
  ADD COLUMN audit_days int CHECK (audit_days BETWEEN 365 AND 3650);

GRANT DELETE ON account_imports TO waymark_eraser;
GRANT SELECT, DELETE ON audit_log TO waymark_eraser;
CREATE POLICY eraser ON audit_log TO waymark_eraser
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
