-- Which server sends to a target now, and until when at the latest: several may share the database.
ALTER TABLE forwards ADD COLUMN held_by uuid;
ALTER TABLE forwards ADD COLUMN held_until timestamptz;
