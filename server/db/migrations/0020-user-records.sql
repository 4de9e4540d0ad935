-- What a workspace was told of people beyond what their apps say (`users`): by the API, a file, or a person.
CREATE TABLE user_records (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  name text,
  email text,
  role text,
  account_id text,
  sources jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Somebody whom an import had named first and that was undone; they come back when they are written again.
  archived_at timestamptz,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX user_records_by_account ON user_records (workspace_id, account_id) WHERE account_id IS NOT NULL;

-- Who changed what of them when. It goes with the person.
CREATE TABLE user_changes (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  source text NOT NULL CHECK (source IN ('hand', 'api', 'csv', 'app')),
  done_by uuid,
  subject text NOT NULL,
  before jsonb,
  before_source jsonb,
  after jsonb,
  import_id uuid,
  PRIMARY KEY (workspace_id, user_id, id)
);
CREATE INDEX user_changes_by_import ON user_changes (workspace_id, import_id) WHERE import_id IS NOT NULL;

-- Of what a file was.
ALTER TABLE account_imports ADD COLUMN subject text NOT NULL DEFAULT 'accounts' CHECK (subject IN ('accounts', 'users'));

GRANT SELECT, INSERT, UPDATE ON user_records TO waymark_app;
GRANT SELECT, INSERT ON user_changes TO waymark_app;
GRANT SELECT, DELETE ON user_records, user_changes TO waymark_eraser;
GRANT SELECT, UPDATE (report) ON account_imports TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['user_records', 'user_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
  FOREACH tab IN ARRAY ARRAY['user_records', 'user_changes', 'account_imports'] LOOP
    EXECUTE format(
      'CREATE POLICY eraser ON %I TO waymark_eraser
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
