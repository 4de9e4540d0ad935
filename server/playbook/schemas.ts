import { Playbook } from "../../lib/model/playbook.ts";
import {
  Alert,
  AlertList,
  PlaybookActs,
  PlaybookList,
  PlaybookPass,
  PlaybookPause,
  PlaybookRuns,
  PlaybookTrial,
  PlaybookTried,
  PlaybookWaiting,
  StoredPlaybook,
} from "../../lib/model/playbook-report.ts";
import { ReadyPlaybooks } from "../../lib/model/ready-playbooks.ts";

export const PLAYBOOK_SCHEMAS = {
  alert: Alert,
  "alert-list": AlertList,
  playbook: Playbook,
  "playbook-acts": PlaybookActs,
  "playbook-list": PlaybookList,
  "playbook-pass": PlaybookPass,
  "playbook-pause": PlaybookPause,
  "playbook-runs": PlaybookRuns,
  "playbook-trial": PlaybookTrial,
  "playbook-tried": PlaybookTried,
  "playbook-waiting": PlaybookWaiting,
  "ready-playbooks": ReadyPlaybooks,
  "stored-playbook": StoredPlaybook,
} as const;
