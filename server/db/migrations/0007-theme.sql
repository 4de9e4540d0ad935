-- How guides look that do not say so themselves, as JSON; NULL: nobody said anything.
ALTER TABLE workspaces ADD COLUMN theme text;
