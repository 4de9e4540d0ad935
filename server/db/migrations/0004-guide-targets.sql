-- How searches for the elements of steps ended: a rollup, kept in the transaction that inserts the events. Days are
-- UTC; `lang` and `build` are empty where the page said nothing. What nobody vouched for is kept apart.
CREATE TABLE guide_targets (
  workspace_id uuid NOT NULL,
  guide text NOT NULL,
  version int NOT NULL,
  step text NOT NULL,
  day date NOT NULL,
  outcome text NOT NULL,
  lang text NOT NULL,
  build text NOT NULL,
  -- Host and path.
  page text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  verified boolean NOT NULL,
  count bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, guide, version, step, day, outcome, lang, build, page, anonymous, person, verified)
) WITH (fillfactor = 75);

-- When a version of a guide was taken off the air, why, and who put it back. One without `resumed_at` is in force.
CREATE TABLE guide_pauses (
  workspace_id uuid NOT NULL,
  guide text NOT NULL,
  version int NOT NULL,
  paused_at timestamptz NOT NULL,
  step text NOT NULL,
  -- People who did not find the element, of all who looked for it, at that moment.
  missed int NOT NULL,
  looked int NOT NULL,
  missed_since timestamptz NOT NULL,
  resumed_at timestamptz,
  resumed_by uuid,
  PRIMARY KEY (workspace_id, guide, version, paused_at)
);

GRANT SELECT, INSERT, UPDATE ON guide_targets TO waymark_app;
GRANT SELECT, INSERT, UPDATE (resumed_at, resumed_by) ON guide_pauses TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['guide_targets', 'guide_pauses'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
