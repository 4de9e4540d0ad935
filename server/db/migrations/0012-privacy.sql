-- A third role deletes what belongs to a person; neither it nor the application can do the work of the other.
DO $$
BEGIN
  BEGIN
    CREATE ROLE waymark_eraser NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
  END;
  IF NOT pg_has_role(current_user, 'waymark_eraser', 'USAGE') THEN
    GRANT waymark_eraser TO CURRENT_USER;
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO waymark_eraser;

-- Whose messages are not taken any more: those that happened up to `until`, or all where it is NULL. Of the name only a
-- fingerprint is kept.
CREATE TABLE erasures (
  workspace_id uuid NOT NULL,
  fingerprint text NOT NULL,
  until timestamptz,
  PRIMARY KEY (workspace_id, fingerprint)
);

-- Who asked when for what is kept about a person, or for its deletion.
CREATE TABLE privacy_acts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL CHECK (act IN ('export', 'delete')),
  subject text NOT NULL CHECK (subject IN ('user', 'device')),
  fingerprint text NOT NULL,
  -- The person's own token, the device's own secret, or an administrator.
  proof text NOT NULL CHECK (proof IN ('identity', 'device', 'admin')),
  -- Credential that was used.
  asked_by uuid NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- What belongs to a user is looked for by user and by device.
CREATE INDEX events_by_user ON events (workspace_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX events_by_device ON events (workspace_id, device) WHERE device IS NOT NULL;

GRANT SELECT ON erasures TO waymark_app;
GRANT SELECT, INSERT ON privacy_acts TO waymark_app;
GRANT SELECT, INSERT, UPDATE ON erasures TO waymark_eraser;
GRANT SELECT, INSERT ON privacy_acts TO waymark_eraser;
GRANT SELECT, DELETE ON events TO waymark_eraser;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  users, devices, signal_values, signal_days, experiment_exposures, feature_days, person_days, guide_progress, guide_targets
  TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['erasures', 'privacy_acts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
  FOREACH tab IN ARRAY ARRAY[
    'erasures', 'privacy_acts', 'events', 'users', 'devices', 'signal_values', 'signal_days', 'experiment_exposures',
    'feature_days', 'person_days', 'guide_progress', 'guide_targets'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY eraser ON %I TO waymark_eraser
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
