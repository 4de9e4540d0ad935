-- After a change of what signs, the old secret signs beside the new one for a while.
ALTER TABLE forwards ADD COLUMN old_secret text, ADD COLUMN old_until timestamptz;
