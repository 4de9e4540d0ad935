-- Rows that every batch updates (people, rollups) have no index on what changes and room in their page, so that
-- an update stays in place.

-- Every accepted message, once. `person` is the user if one is named, else the device (`anonymous`).
CREATE TABLE events (
  workspace_id uuid NOT NULL,
  message_id text NOT NULL,
  type text NOT NULL,
  event text,
  -- When it happened, by the client's clock, corrected where that clock is clearly wrong.
  at timestamptz NOT NULL,
  client_at timestamptz,
  received_at timestamptz NOT NULL,
  -- Server's clock minus client's at sending, network time included.
  clock_offset_ms bigint,
  person text,
  anonymous boolean NOT NULL,
  verified boolean NOT NULL,
  user_id text,
  account_id text,
  device text,
  -- Order on a device is by (boot, seq), never by time.
  boot text,
  seq bigint,
  host text,
  path text,
  properties jsonb,
  PRIMARY KEY (workspace_id, message_id)
);
CREATE INDEX events_by_time ON events (workspace_id, at);

CREATE TABLE users (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  account_id text,
  account_at timestamptz,
  traits jsonb NOT NULL,
  traits_at timestamptz,
  -- The host's back end vouched for this person at least once.
  verified boolean NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id)
) WITH (fillfactor = 75);

CREATE TABLE accounts (
  workspace_id uuid NOT NULL,
  account_id text NOT NULL,
  traits jsonb NOT NULL,
  traits_at timestamptz,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, account_id)
) WITH (fillfactor = 75);

-- `user_id` is the first person who was known on the device (of two at one moment, the first by id): its
-- anonymous past is theirs.
CREATE TABLE devices (
  workspace_id uuid NOT NULL,
  device text NOT NULL,
  user_id text,
  identified_at timestamptz,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, device)
) WITH (fillfactor = 75);

-- The newest value of a signal for a person.
CREATE TABLE signal_values (
  workspace_id uuid NOT NULL,
  signal text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  value boolean NOT NULL,
  version int NOT NULL,
  since timestamptz,
  at timestamptz NOT NULL,
  message_id text NOT NULL,
  PRIMARY KEY (workspace_id, signal, anonymous, person)
);

-- Rollups, kept in the transaction that inserts the events. Days are UTC.
CREATE TABLE feature_days (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  feature text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  count bigint NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, day, feature, anonymous, person)
) WITH (fillfactor = 75);

CREATE TABLE person_days (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  PRIMARY KEY (workspace_id, day, anonymous, person)
);

-- `step` is empty for what concerns the guide as a whole.
CREATE TABLE guide_progress (
  workspace_id uuid NOT NULL,
  guide text NOT NULL,
  version int NOT NULL,
  action text NOT NULL,
  step text NOT NULL,
  anonymous boolean NOT NULL,
  person text NOT NULL,
  count bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, guide, version, action, step, anonymous, person)
);

GRANT SELECT, INSERT ON events TO waymark_app;
GRANT SELECT, INSERT, UPDATE ON
  users, accounts, devices, signal_values, feature_days, person_days, guide_progress
  TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'events', 'users', 'accounts', 'devices', 'signal_values', 'feature_days', 'person_days', 'guide_progress'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
