-- Pages (host and path) on which the element of a step was found at some time. Small, so that a miss can be told from a
-- step that waits for its page without going over every sighting.
CREATE TABLE guide_target_pages (
  workspace_id uuid NOT NULL,
  guide text NOT NULL,
  step text NOT NULL,
  page text NOT NULL,
  PRIMARY KEY (workspace_id, guide, step, page)
);

GRANT SELECT, INSERT, UPDATE ON guide_target_pages TO waymark_app;

ALTER TABLE guide_target_pages ENABLE ROW LEVEL SECURITY;
ALTER TABLE guide_target_pages FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON guide_target_pages TO waymark_app
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid))
  WITH CHECK (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::uuid));
