CREATE TABLE playbooks (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  body jsonb NOT NULL,
  paused boolean NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Credential: whose word stands behind what the playbook does.
  updated_by uuid NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- Who did what with a playbook. The application may add and read, never change.
CREATE TABLE playbook_acts (
  workspace_id uuid NOT NULL,
  playbook text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('written', 'paused', 'resumed', 'removed')),
  -- Of a pause for one account.
  account_id text,
  body jsonb,
  PRIMARY KEY (workspace_id, playbook, id)
);

-- What a playbook remembers of an account. NULL `since`: its condition does not hold.
CREATE TABLE playbook_watches (
  workspace_id uuid NOT NULL,
  playbook text NOT NULL,
  account_id text NOT NULL,
  since timestamptz,
  fired_since timestamptz,
  fired_at timestamptz,
  paused boolean NOT NULL,
  PRIMARY KEY (workspace_id, playbook, account_id),
  FOREIGN KEY (workspace_id, playbook) REFERENCES playbooks (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);

-- One row each time a playbook fired: of one cause (`since`) there is one.
CREATE TABLE playbook_runs (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  playbook text NOT NULL,
  account_id text NOT NULL,
  since timestamptz NOT NULL,
  at timestamptz NOT NULL,
  body jsonb NOT NULL,
  why jsonb NOT NULL,
  results jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, playbook, account_id, since),
  FOREIGN KEY (workspace_id, playbook) REFERENCES playbooks (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX playbook_runs_by_account ON playbook_runs (workspace_id, account_id, at);

CREATE TABLE alerts (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  playbook text NOT NULL,
  run uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('info', 'warning', 'critical')),
  title text NOT NULL,
  at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX alerts_open ON alerts (workspace_id, at) WHERE closed_at IS NULL;

-- `sign`: the secret signs requests instead of standing in them. `takes`: what is put before the target.
ALTER TABLE forwards ADD COLUMN sign boolean NOT NULL DEFAULT false;
ALTER TABLE forwards ADD COLUMN takes text NOT NULL DEFAULT 'all' CHECK (takes IN ('all', 'playbooks'));

GRANT SELECT, INSERT, UPDATE ON playbooks, playbook_watches, playbook_runs, alerts TO waymark_app;
GRANT SELECT, INSERT ON playbook_acts TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['playbooks', 'playbook_acts', 'playbook_watches', 'playbook_runs', 'alerts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
