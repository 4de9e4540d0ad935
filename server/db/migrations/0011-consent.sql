-- Whether devices keep and send something before the person has agreed.
ALTER TABLE workspaces ADD COLUMN consent text NOT NULL DEFAULT 'implied' CHECK (consent IN ('required', 'implied'));
