/** What customers met since they came to their stage, each touchpoint once. `$1` is the workspace. */
export const MET = `
  SELECT DISTINCT s.account_id, s.stage, t.kind AS touchpoint FROM account_records s
    JOIN touches t ON t.workspace_id = s.workspace_id AND t.account_id = s.account_id
  WHERE s.workspace_id = $1::uuid AND t.state = 'done' AND t.kind <> 'note' AND t.at >= s.stage_since
  UNION ALL SELECT DISTINCT s.account_id, s.stage, 'guide' FROM account_records s
    JOIN users u ON u.workspace_id = s.workspace_id AND u.account_id = s.account_id
    JOIN guide_progress g ON g.workspace_id = u.workspace_id AND NOT g.anonymous AND g.person = u.user_id
  WHERE s.workspace_id = $1::uuid AND g.action IN ('started', 'step_shown') AND g.last_at >= s.stage_since
  UNION ALL SELECT DISTINCT s.account_id, s.stage, 'survey' FROM account_records s
    JOIN survey_answers q ON q.workspace_id = s.workspace_id AND q.account_id = s.account_id
  WHERE s.workspace_id = $1::uuid AND q.at >= s.stage_since`;
