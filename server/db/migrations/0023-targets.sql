-- What else a target gets, and how it is looked after.
ALTER TABLE forwards
  -- Names of news about accounts that it asked for.
  ADD COLUMN changes text[] NOT NULL DEFAULT '{}',
  -- What comes waits.
  ADD COLUMN paused boolean NOT NULL DEFAULT false,
  -- When something last went wrong.
  ADD COLUMN failed_at timestamptz,
  -- E-mail: also to the account's CSM.
  ADD COLUMN to_owner boolean NOT NULL DEFAULT false;
ALTER TABLE forwards DROP CONSTRAINT forwards_kind_check;
ALTER TABLE forwards ADD CONSTRAINT forwards_kind_check CHECK (kind IN ('segment', 'posthog', 'cloudevents', 'email'));
