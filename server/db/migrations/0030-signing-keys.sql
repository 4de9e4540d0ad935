-- A key of bundles is announced by the one that signs, then signs itself, then has handed over: R78 of
-- docs/spec/delivery.md. What does not sign any more has no private half.
ALTER TABLE signing_keys
  ADD COLUMN state text NOT NULL DEFAULT 'signs'
    CHECK (state IN ('announced', 'signs', 'replaced', 'retired')),
  ADD COLUMN signs_from timestamptz,
  ADD COLUMN signs_until timestamptz,
  -- What it says of the next one, and its signature over that.
  ADD COLUMN handover text,
  ADD COLUMN handover_signature text,
  ALTER COLUMN private_key DROP NOT NULL,
  ADD CHECK ((private_key IS NOT NULL) = (state IN ('announced', 'signs'))),
  ADD CHECK ((handover IS NULL) = (handover_signature IS NULL));
ALTER TABLE signing_keys ALTER COLUMN state DROP DEFAULT;
CREATE UNIQUE INDEX signing_keys_in_use ON signing_keys (workspace_id, state)
  WHERE state IN ('announced', 'signs');

GRANT UPDATE (private_key, state, signs_from, signs_until, handover, handover_signature)
  ON signing_keys TO waymark_app;
