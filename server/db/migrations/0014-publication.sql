-- Two environments: what is published is in force in staging, in production, or in both.
ALTER TABLE credentials ADD COLUMN environment text NOT NULL DEFAULT 'production'
  CHECK (environment IN ('production', 'staging'));
GRANT SELECT (environment) ON credentials TO waymark_gate;

-- Each environment has its own newest bundle and counts its own revisions; the workspace's row still puts publications
-- in order by its lock.
ALTER TABLE bundles ADD COLUMN environment text NOT NULL DEFAULT 'production'
  CHECK (environment IN ('production', 'staging'));
ALTER TABLE bundles ALTER COLUMN environment DROP DEFAULT;
ALTER TABLE bundles DROP CONSTRAINT bundles_pkey;
ALTER TABLE bundles ADD PRIMARY KEY (workspace_id, environment);
ALTER TABLE workspaces
  DROP COLUMN environment,
  DROP COLUMN revision,
  -- Whether somebody else must approve a draft before it is published in production.
  ADD COLUMN review_required boolean NOT NULL DEFAULT false;

-- `published_version` is the one in force in production.
ALTER TABLE documents
  ADD COLUMN staging_version int,
  ADD COLUMN review text NOT NULL DEFAULT 'draft' CHECK (review IN ('draft', 'in_review', 'approved'));

-- Who did what with a document when, numbered from 1 in each. Saves of one person in a row are one.
CREATE TABLE document_acts (
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  number int NOT NULL CHECK (number > 0),
  act text NOT NULL CHECK (act IN
    ('created', 'saved', 'review_asked', 'approved', 'returned', 'published', 'rolled_back', 'archived')),
  at timestamptz NOT NULL,
  -- Of the last of several.
  last_at timestamptz NOT NULL,
  times int NOT NULL,
  -- Credential of the person.
  done_by uuid NOT NULL,
  -- Of publications.
  environment text CHECK (environment IN ('production', 'staging')),
  version int,
  -- Why a draft was returned.
  note text,
  PRIMARY KEY (workspace_id, kind, id, number),
  FOREIGN KEY (workspace_id, kind, id) REFERENCES documents (workspace_id, kind, id)
);

-- Not even the owner sees rows of a table whose security is forced, so it is let go until this transaction ends.
ALTER TABLE document_versions NO FORCE ROW LEVEL SECURITY;
INSERT INTO document_acts (workspace_id, kind, id, number, act, at, last_at, times, done_by, environment, version)
SELECT workspace_id, kind, id, version, 'published', published_at, published_at, 1, published_by, 'production', version
FROM document_versions;
ALTER TABLE document_versions FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE (last_at, times) ON document_acts TO waymark_app;

ALTER TABLE document_acts ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_acts FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON document_acts TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
