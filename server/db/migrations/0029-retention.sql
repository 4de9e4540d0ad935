-- For how many days what happened is kept, event by event; null: until it is deleted.
ALTER TABLE workspaces ADD COLUMN retention_days int CHECK (retention_days BETWEEN 30 AND 3650);
-- What happened before it was let go and is not taken again. It only ever grows.
ALTER TABLE workspaces ADD COLUMN events_from timestamptz;
