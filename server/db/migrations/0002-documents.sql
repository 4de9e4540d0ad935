-- What a workspace authors: one row a document, with its draft.
CREATE TABLE documents (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  kind text NOT NULL CHECK (kind IN ('features', 'signals', 'guides', 'segments', 'experiments')),
  id text NOT NULL,
  draft jsonb NOT NULL,
  -- Grows with every change of the draft.
  draft_revision bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL,
  -- The version that is in the bundle; null before the first publication and after archiving.
  published_version int,
  archived_at timestamptz,
  PRIMARY KEY (workspace_id, kind, id)
);

-- Published versions, numbered from 1 in each document. The application may add and read, never change.
CREATE TABLE document_versions (
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  body jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  PRIMARY KEY (workspace_id, kind, id, version),
  FOREIGN KEY (workspace_id, kind, id) REFERENCES documents (workspace_id, kind, id)
);

GRANT SELECT, INSERT, UPDATE ON documents TO waymark_app;
GRANT SELECT, INSERT ON document_versions TO waymark_app;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['documents', 'document_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY workspace ON %I TO waymark_app
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;
