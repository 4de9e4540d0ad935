-- The eraser takes people out of what others wrote about accounts, and may do nothing else with it.
GRANT SELECT, UPDATE (before, before_source, after) ON account_changes TO waymark_eraser;
GRANT SELECT, UPDATE (causes) ON account_health TO waymark_eraser;
GRANT UPDATE (file_name) ON account_imports TO waymark_eraser;
GRANT SELECT, UPDATE (name, champions, goals, expectations, custom, sources) ON account_records TO waymark_eraser;
GRANT SELECT, UPDATE (traits) ON accounts TO waymark_eraser;
GRANT SELECT, UPDATE (title) ON alerts TO waymark_eraser;
GRANT SELECT, UPDATE (name, note, detail) ON churn_signals TO waymark_eraser;
GRANT UPDATE (message) ON forward_queue TO waymark_eraser;
GRANT SELECT, UPDATE (why, results) ON playbook_runs TO waymark_eraser;
GRANT SELECT, UPDATE (cause, plan, people, causes, churn_note) ON risk_cases TO waymark_eraser;
GRANT SELECT, UPDATE (title, note) ON tasks TO waymark_eraser;
GRANT SELECT, UPDATE (people, text) ON touches TO waymark_eraser;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'account_changes', 'account_health', 'account_records', 'accounts', 'alerts', 'churn_signals',
    'playbook_runs', 'risk_cases', 'tasks', 'touches'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY eraser ON %I TO waymark_eraser
         USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))
         WITH CHECK (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::uuid))', tab);
  END LOOP;
END $$;

-- Words that an administrator had taken out are on record too, as a fingerprint.
ALTER TABLE privacy_acts DROP CONSTRAINT privacy_acts_act_check;
ALTER TABLE privacy_acts ADD CONSTRAINT privacy_acts_act_check CHECK (act IN ('export', 'delete', 'redact'));
ALTER TABLE privacy_acts DROP CONSTRAINT privacy_acts_subject_check;
ALTER TABLE privacy_acts ADD CONSTRAINT privacy_acts_subject_check CHECK (subject IN ('user', 'device', 'words'));
