-- What a workspace knows of its customers beyond what their apps say (`accounts`): one row an account, whichever of the
-- two named it first. `sources` says of each field where its value came from.
CREATE TABLE account_records (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  name text,
  plan text,
  modules text[] NOT NULL DEFAULT '{}',
  -- The newest of account_mrr, in minor units.
  mrr_minor bigint,
  currency text,
  mrr_since date,
  seats int,
  customer_since date,
  contract_start date,
  contract_end date,
  renewal date,
  owner text,
  vertical text,
  geography text,
  size text,
  touch_model text CHECK (touch_model IN ('high', 'medium', 'low')),
  champions jsonb NOT NULL DEFAULT '[]',
  goals jsonb NOT NULL DEFAULT '[]',
  expectations text,
  -- The newest of account_stages.
  stage text,
  stage_since date,
  churned_on date,
  churn_kind text CHECK (churn_kind IN ('voluntary', 'involuntary')),
  custom jsonb NOT NULL DEFAULT '{}',
  sources jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- An account that an import made and that was undone; it comes back when it is written again.
  archived_at timestamptz,
  PRIMARY KEY (workspace_id, account_id)
);

-- Monthly recurring revenue from a day on; NULL: not known from then on.
CREATE TABLE account_mrr (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  since date NOT NULL,
  minor bigint,
  currency text,
  PRIMARY KEY (workspace_id, account_id, since),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);

CREATE TABLE account_stages (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  since date NOT NULL,
  stage text,
  PRIMARY KEY (workspace_id, account_id, since),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);

-- Who changed what when. The application may add and read, never change.
CREATE TABLE account_changes (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  source text NOT NULL CHECK (source IN ('hand', 'api', 'csv', 'app')),
  -- Credential; NULL where the app said it.
  done_by uuid,
  what text NOT NULL CHECK (what IN ('field', 'touch', 'task')),
  subject text NOT NULL,
  before jsonb,
  -- Where `before` had come from.
  before_source jsonb,
  after jsonb,
  import_id uuid,
  PRIMARY KEY (workspace_id, account_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX account_changes_by_import ON account_changes (workspace_id, import_id) WHERE import_id IS NOT NULL;

CREATE TABLE touches (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'done', 'missed', 'cancelled')),
  at timestamptz NOT NULL,
  owner text,
  people text[] NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX touches_by_account ON touches (workspace_id, account_id, at);

CREATE TABLE tasks (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  title text NOT NULL,
  note text NOT NULL,
  owner text,
  due date,
  state text NOT NULL CHECK (state IN ('open', 'doing', 'done', 'dropped')),
  source text NOT NULL,
  -- What it is about: of a playbook the run, of a risk its id.
  cause text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);
CREATE INDEX tasks_by_account ON tasks (workspace_id, account_id);

-- No row: the stages that every workspace begins with.
CREATE TABLE journey_stages (
  workspace_id uuid NOT NULL,
  stage text NOT NULL,
  position int NOT NULL,
  name jsonb NOT NULL,
  expected_days int,
  PRIMARY KEY (workspace_id, stage)
);

-- Users are looked for by account.
CREATE INDEX users_by_account ON users (workspace_id, account_id) WHERE account_id IS NOT NULL;

-- Not even the owner sees rows of a table whose security is forced, so it is let go until this transaction ends.
ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY;
INSERT INTO account_records (workspace_id, account_id, name, plan, created_at, updated_at)
SELECT workspace_id, account_id, nullif(left(traits->>'name', 200), ''), nullif(left(traits->>'plan', 64), ''), first_at, last_at
FROM accounts;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE ON account_records, account_mrr, account_stages, touches, tasks TO waymark_app;
GRANT SELECT, INSERT ON account_changes TO waymark_app;
GRANT SELECT, INSERT, DELETE ON journey_stages TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'account_records', 'account_mrr', 'account_stages', 'account_changes', 'touches', 'tasks', 'journey_stages'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
