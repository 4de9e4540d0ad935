-- Signals are of several kinds now: a value is true or false, a number, a word, or NULL, which means that there is not
-- enough data or that the signal does not apply. `detail` is what the value was made of.
ALTER TABLE signal_values
  ALTER COLUMN value DROP NOT NULL,
  ALTER COLUMN value TYPE jsonb USING to_jsonb(value),
  ADD COLUMN kind text NOT NULL DEFAULT 'milestone',
  ADD COLUMN detail jsonb;
ALTER TABLE signal_values ALTER COLUMN kind DROP DEFAULT;
