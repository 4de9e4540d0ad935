-- Rollups, kept in the transaction that inserts the events.

-- Who met which arm of an experiment first when, and in which account; `account_id` is empty where none was named.
CREATE TABLE experiment_exposures (
  workspace_id uuid NOT NULL,
  experiment text NOT NULL,
  arm text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  account_id text NOT NULL,
  first_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, experiment, arm, anonymous, person, account_id)
) WITH (fillfactor = 75);

-- On which days (UTC) somebody's signal came to what it was. Neither a value nor how often: days and people are counted.
CREATE TABLE signal_days (
  workspace_id uuid NOT NULL,
  signal text NOT NULL,
  day date NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  PRIMARY KEY (workspace_id, signal, day, anonymous, person)
);

-- Not even the owner sees rows of a table whose security is forced, so it is let go until this transaction ends.
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;

INSERT INTO experiment_exposures
SELECT workspace_id, properties->>'experiment_id', properties->>'variation_id', anonymous, person,
  coalesce(account_id, ''), min(at)
FROM events
WHERE event = 'Experiment Viewed' AND person IS NOT NULL
  AND jsonb_typeof(properties->'experiment_id') = 'string'
  AND properties->>'variation_id' IN ('guide', 'holdout')
GROUP BY 1, 2, 3, 4, 5, 6;

INSERT INTO signal_days
SELECT DISTINCT workspace_id, properties->>'signal',
  (to_timestamp((properties->>'since')::numeric / 1000) AT TIME ZONE 'UTC')::date, anonymous, person
FROM events
WHERE event = 'Signal Changed' AND person IS NOT NULL
  AND CASE WHEN jsonb_typeof(properties->'since') = 'number'
      THEN (properties->>'since')::numeric BETWEEN 0 AND 253402300799999 ELSE false END;

ALTER TABLE events FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON experiment_exposures, signal_days TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['experiment_exposures', 'signal_days'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
