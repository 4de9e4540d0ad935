-- People ask for their own guides when they come to another device.
CREATE INDEX guide_progress_by_person ON guide_progress (workspace_id, person);
CREATE INDEX devices_by_user ON devices (workspace_id, user_id);
