-- What was stored about days and is not packed yet: a row a transaction, written in it. Packing takes rows away and adds
-- them to packed_days, so that both together always say who did what on each day; rows by person and day are no more.
CREATE TABLE use_log (
  workspace_id uuid NOT NULL,
  -- In the order of time, about.
  id uuid NOT NULL,
  -- How many people's counts it holds.
  counts int NOT NULL,
  -- server/usage/use-log.ts
  said text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);

-- Not even the owner sees rows of a table whose security is forced, so it is let go until this transaction ends.
ALTER TABLE feature_days NO FORCE ROW LEVEL SECURITY;
ALTER TABLE person_days NO FORCE ROW LEVEL SECURITY;
ALTER TABLE packed_days NO FORCE ROW LEVEL SECURITY;

INSERT INTO use_log (workspace_id, id, counts, said)
SELECT workspace_id, gen_random_uuid(), count(*), json_build_object(
  'people', json_agg(json_build_object('anonymous', anonymous, 'person', person) ORDER BY place),
  'uses', json_build_array(json_build_object(
    'day', day, 'feature', feature, 'last', (extract(epoch FROM max(last_at)) * 1000)::bigint,
    'places', json_agg(place ORDER BY place), 'counts', json_agg(count ORDER BY place))))::text
FROM (
  SELECT *, row_number() OVER (PARTITION BY workspace_id, day, feature ORDER BY person COLLATE "C", anonymous) - 1 AS place
  FROM (
    SELECT workspace_id, day, feature, anonymous, person, count, last_at FROM feature_days WHERE feature <> ''
    UNION ALL SELECT workspace_id, day, '', anonymous, person, 1, NULL FROM person_days) known
  WHERE NOT EXISTS (SELECT FROM packed_days d
    WHERE d.workspace_id = known.workspace_id AND d.day = known.day AND d.feature = '')) loose
GROUP BY workspace_id, day, feature;

ALTER TABLE packed_days FORCE ROW LEVEL SECURITY;

DROP TABLE feature_days, person_days;

CREATE UNIQUE INDEX packed_people_by_number ON packed_people (workspace_id, number);

GRANT SELECT, INSERT, DELETE ON use_log TO waymark_app;
GRANT UPDATE ON packed_days TO waymark_app;
-- Before somebody is taken out of the packed days, all that waits is packed.
GRANT SELECT, DELETE ON use_log TO waymark_eraser;
GRANT INSERT, UPDATE ON packed_days TO waymark_eraser;
GRANT INSERT ON packed_people TO waymark_eraser;
GRANT INSERT ON usage_days_due TO waymark_eraser;

ALTER TABLE use_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE use_log FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON use_log TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['use_log', 'usage_days_due'] LOOP
    EXECUTE format(
      'CREATE POLICY eraser ON %I TO waymark_eraser
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
