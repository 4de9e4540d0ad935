-- Where else the messages of a workspace go, and how far that is.
CREATE TABLE forwards (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('segment', 'posthog', 'cloudevents')),
  url text NOT NULL,
  secret text,
  -- The receiver takes several events in one request.
  batch boolean NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  sent bigint NOT NULL DEFAULT 0,
  dropped bigint NOT NULL DEFAULT 0,
  -- Failures in a row, when to try again, and why.
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz,
  error text,
  -- Most messages to put into the next request; NULL: as many as fit.
  size int,
  PRIMARY KEY (workspace_id, id)
);

-- Messages that wait for a target, exactly as they will be sent.
CREATE TABLE forward_queue (
  workspace_id uuid NOT NULL,
  forward text NOT NULL,
  received_at timestamptz NOT NULL,
  message_id text NOT NULL,
  -- When it happened, and whose it is: what is deleted is not forwarded any more.
  at timestamptz NOT NULL,
  user_id text,
  device text,
  message text NOT NULL,
  PRIMARY KEY (workspace_id, forward, received_at, message_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON forwards TO waymark_app;
GRANT SELECT, INSERT, DELETE ON forward_queue TO waymark_app;
GRANT SELECT, DELETE ON forward_queue TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['forwards', 'forward_queue'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
  CREATE POLICY eraser ON forward_queue TO waymark_eraser
    USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
    WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
END $$;
