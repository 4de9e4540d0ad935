-- Templates of checklists, version by version; the newest holds. No row: those that every workspace begins with.
CREATE TABLE checklist_templates (
  workspace_id uuid NOT NULL,
  revision int NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);

-- Lists that were begun for accounts; their steps are tasks whose cause is the list.
CREATE TABLE checklists (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  template text NOT NULL,
  name text NOT NULL,
  day date NOT NULL,
  started_at timestamptz NOT NULL,
  started_by uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX checklists_by_account ON checklists (workspace_id, account_id);

GRANT SELECT, INSERT ON checklist_templates, checklists TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['checklist_templates', 'checklists'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
