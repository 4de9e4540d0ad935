-- Every answer of a survey, once, kept in the transaction that inserts the event. One of `score`, `options` and `words`
-- says what was answered.
CREATE TABLE survey_answers (
  workspace_id uuid NOT NULL,
  message_id text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  guide text NOT NULL,
  version int NOT NULL,
  step text NOT NULL,
  at timestamptz NOT NULL,
  account_id text,
  type text NOT NULL CHECK (type IN ('nps', 'csat', 'ces', 'choice', 'multiple', 'text')),
  score int,
  options text[],
  words text,
  PRIMARY KEY (workspace_id, message_id)
);
CREATE INDEX survey_answers_by_guide ON survey_answers (workspace_id, guide, at);
CREATE INDEX survey_answers_by_person ON survey_answers (workspace_id, person);

-- Shares that a workspace aims at; no row: those it begins with.
CREATE TABLE revenue_targets (
  workspace_id uuid NOT NULL,
  grr double precision NOT NULL,
  nrr double precision NOT NULL,
  PRIMARY KEY (workspace_id)
);

-- Not even the owner sees rows of a table whose security is forced, so it is let go until this transaction ends.
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;

INSERT INTO survey_answers (workspace_id, message_id, anonymous, person, guide, version, step, at, account_id, type,
  score, options, words)
SELECT workspace_id, message_id, anonymous, person, properties->>'guide', (properties->>'version')::int,
  properties->>'step', at, account_id, answer->>'type',
  CASE WHEN answer->>'type' IN ('nps', 'csat', 'ces') THEN (answer->>'value')::int END,
  CASE answer->>'type' WHEN 'choice' THEN ARRAY[answer->>'value']
    WHEN 'multiple' THEN ARRAY(SELECT jsonb_array_elements_text(answer->'value')) END,
  CASE WHEN answer->>'type' = 'text' THEN answer->>'value' END
FROM (SELECT *, properties->'answer' AS answer FROM events
  WHERE type = 'track' AND event = 'Guide Answered' AND person IS NOT NULL) e
WHERE answer->>'type' IN ('nps', 'csat', 'ces', 'choice', 'multiple', 'text');

ALTER TABLE events FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON survey_answers, revenue_targets TO waymark_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON survey_answers TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['survey_answers', 'revenue_targets'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;

CREATE POLICY eraser ON survey_answers TO waymark_eraser
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
