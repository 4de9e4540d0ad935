-- Fired for an account that was drawn into the holdout: nothing was done.
ALTER TABLE playbook_runs ADD COLUMN held_out boolean NOT NULL DEFAULT false;
