-- Who used what on a day, packed: some bytes a person instead of a row, so that questions about all people of many days
-- are answered at once. A day that is not here is read from feature_days and person_days; storing something about a day
-- takes it away, in the same transaction.
CREATE TABLE packed_days (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  -- Empty: everybody who was seen on that day, each counted once; a day is here if and only if that row is.
  feature text NOT NULL,
  uses bigint NOT NULL,
  last_at timestamptz,
  -- server/usage/varints.ts
  packed bytea NOT NULL,
  PRIMARY KEY (workspace_id, day, feature)
);

-- By which number people are packed.
CREATE TABLE packed_people (
  workspace_id uuid NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  number int NOT NULL,
  PRIMARY KEY (workspace_id, anonymous, person)
);

GRANT SELECT, INSERT, DELETE ON packed_days TO waymark_app;
GRANT SELECT, INSERT ON packed_people TO waymark_app;
GRANT SELECT, DELETE ON packed_days, packed_people TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['packed_days', 'packed_people'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
    EXECUTE format(
      'CREATE POLICY eraser ON %I TO waymark_eraser
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
