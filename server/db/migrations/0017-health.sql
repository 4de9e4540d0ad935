-- Uses of features by account and day, counted from feature_days a day at a time. `usage_days` says when; a day in
-- `usage_days_due` has something new since: marks that a count has begun to work off are `taken`.
CREATE TABLE account_feature_days (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  day date NOT NULL,
  feature text NOT NULL,
  uses bigint NOT NULL,
  PRIMARY KEY (workspace_id, account_id, day, feature)
);
CREATE INDEX account_feature_days_by_day ON account_feature_days (workspace_id, day);

CREATE TABLE usage_days (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  counted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, day)
);

CREATE TABLE usage_days_due (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  taken boolean NOT NULL,
  PRIMARY KEY (workspace_id, day, taken)
);

-- What a workspace defines about health and risk, each change a new revision. No row: what every workspace begins with.
CREATE TABLE health_definitions (
  workspace_id uuid NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  body jsonb NOT NULL,
  at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);

-- Of a day that is not there, nothing was worked out. NULL: not known.
CREATE TABLE account_health_days (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  day date NOT NULL,
  profile text NOT NULL,
  score double precision,
  coverage double precision NOT NULL,
  band text CHECK (band IN ('poor', 'fair', 'good')),
  risk text CHECK (risk IN ('low', 'medium', 'high')),
  -- The several scores, [{id, score, coverage}].
  scores jsonb NOT NULL,
  PRIMARY KEY (workspace_id, account_id, day),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
);

-- How an account stood when it was last looked at.
CREATE TABLE account_health (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  at timestamptz NOT NULL,
  profile text NOT NULL,
  score double precision,
  coverage double precision NOT NULL,
  band text CHECK (band IN ('poor', 'fair', 'good')),
  risk text CHECK (risk IN ('low', 'medium', 'high')),
  -- Since which day the risk is what it is, and what it was before.
  risk_since date NOT NULL,
  risk_before text,
  causes jsonb NOT NULL,
  reasons jsonb NOT NULL,
  scores jsonb NOT NULL,
  usual jsonb NOT NULL,
  PRIMARY KEY (workspace_id, account_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id)
) WITH (fillfactor = 75);

-- The last pass over all accounts of a workspace.
CREATE TABLE health_passes (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  finished_at timestamptz NOT NULL,
  accounts int NOT NULL,
  PRIMARY KEY (workspace_id)
);

CREATE TABLE churn_signals (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  name text,
  level text NOT NULL CHECK (level IN ('medium', 'high')),
  source text NOT NULL CHECK (source IN ('found', 'hand', 'api', 'import')),
  -- Of what was found: what it is about.
  key text,
  at timestamptz NOT NULL,
  ended_at timestamptz,
  note text NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id),
  CHECK ((source = 'found') = (key IS NOT NULL))
);
CREATE INDEX churn_signals_by_account ON churn_signals (workspace_id, account_id, at);
-- Found again it is the same sign, until it ends.
CREATE UNIQUE INDEX churn_signals_found ON churn_signals (workspace_id, account_id, key)
  WHERE source = 'found' AND ended_at IS NULL;

-- How a risk is handled. Who did what with it is in account_changes.
CREATE TABLE risk_cases (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id text NOT NULL,
  revision int NOT NULL,
  level text NOT NULL CHECK (level IN ('medium', 'high')),
  type text CHECK (type IN ('business', 'product', 'client')),
  cause text,
  plan text,
  people jsonb NOT NULL,
  causes jsonb NOT NULL,
  done_at timestamptz,
  outcome text CHECK (outcome IN ('averted', 'churned', 'false-alarm')),
  churn_note text,
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account_records (workspace_id, account_id),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK (outcome IS NULL OR churn_note IS NOT NULL)
);
CREATE INDEX risk_cases_by_account ON risk_cases (workspace_id, account_id, opened_at);
CREATE UNIQUE INDEX risk_cases_open ON risk_cases (workspace_id, account_id) WHERE closed_at IS NULL;

ALTER TABLE account_changes DROP CONSTRAINT account_changes_what_check;
ALTER TABLE account_changes ADD CONSTRAINT account_changes_what_check
  CHECK (what IN ('field', 'touch', 'task', 'churn-signal', 'risk-case'));

GRANT SELECT, INSERT ON health_definitions TO waymark_app;
GRANT SELECT, INSERT, UPDATE ON
  account_health_days, account_health, health_passes, churn_signals, risk_cases, usage_days TO waymark_app;
GRANT SELECT, INSERT, DELETE ON account_feature_days, usage_days_due TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'account_feature_days', 'usage_days', 'usage_days_due', 'health_definitions', 'account_health_days',
    'account_health', 'health_passes', 'churn_signals', 'risk_cases'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
