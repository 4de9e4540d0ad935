import {
  AccountBatch,
  AccountDetail,
  AccountFacets,
  AccountList,
  AccountOutcome,
  AccountOutcomes,
  AccountPatch,
  AccountPeople,
} from "../../lib/model/account.ts";
import { AccountChanges } from "../../lib/model/account-change.ts";
import {
  AccountImport,
  AccountImports,
  ImportOrder,
  ImportPreview,
  ImportUndone,
} from "../../lib/model/account-import.ts";
import {
  AccountHistory,
  AccountsInNeed,
  AccountUse,
  JourneyMap,
} from "../../lib/model/account-work.ts";
import {
  AccountChecklist,
  AccountChecklists,
  ChecklistSettings,
  ChecklistStart,
  ChecklistTemplates,
} from "../../lib/model/checklist.ts";
import { Journey } from "../../lib/model/journey.ts";
import {
  Reassigned,
  Reassignment,
  ReassignmentDone,
  ReassignmentUndone,
} from "../../lib/model/reassignment.ts";
import { NewTask, Task, TaskList, TaskPatch } from "../../lib/model/task.ts";
import { NewTouch, Touch, TouchList } from "../../lib/model/touch.ts";

import { UserBatch, UserDetail, UserList, UserOutcome, UserPatch } from "../../lib/model/user.ts";

export const ACCOUNT_SCHEMAS = {
  account: AccountDetail,
  "account-batch": AccountBatch,
  "account-changes": AccountChanges,
  "account-checklist": AccountChecklist,
  "account-checklists": AccountChecklists,
  "account-facets": AccountFacets,
  "account-history": AccountHistory,
  "account-import": AccountImport,
  "account-imports": AccountImports,
  "account-list": AccountList,
  "account-outcome": AccountOutcome,
  "account-outcomes": AccountOutcomes,
  "account-patch": AccountPatch,
  "account-people": AccountPeople,
  "account-use": AccountUse,
  "accounts-in-need": AccountsInNeed,
  "checklist-settings": ChecklistSettings,
  "checklist-start": ChecklistStart,
  "checklist-templates": ChecklistTemplates,
  "import-order": ImportOrder,
  "import-preview": ImportPreview,
  "import-undone": ImportUndone,
  journey: Journey,
  "journey-map": JourneyMap,
  "new-task": NewTask,
  "new-touch": NewTouch,
  reassigned: Reassigned,
  reassignment: Reassignment,
  "reassignment-done": ReassignmentDone,
  "reassignment-undone": ReassignmentUndone,
  task: Task,
  "task-list": TaskList,
  "task-patch": TaskPatch,
  touch: Touch,
  "touch-list": TouchList,
  user: UserDetail,
  "user-batch": UserBatch,
  "user-list": UserList,
  "user-outcome": UserOutcome,
  "user-outcomes": AccountOutcomes,
  "user-patch": UserPatch,
} as const;
