import {
  AccountBatch,
  AccountDetail,
  AccountFacets,
  AccountList,
  AccountOutcome,
  AccountOutcomes,
  AccountPatch,
  AccountPeople,
  Reassignment,
  ReassignmentDone,
} from "../../lib/model/account.ts";
import { AccountChanges } from "../../lib/model/account-change.ts";
import { Journey } from "../../lib/model/journey.ts";
import { NewTask, Task, TaskList, TaskPatch } from "../../lib/model/task.ts";
import { NewTouch, Touch, TouchList } from "../../lib/model/touch.ts";

export const ACCOUNT_SCHEMAS = {
  account: AccountDetail,
  "account-batch": AccountBatch,
  "account-changes": AccountChanges,
  "account-facets": AccountFacets,
  "account-list": AccountList,
  "account-outcome": AccountOutcome,
  "account-outcomes": AccountOutcomes,
  "account-patch": AccountPatch,
  "account-people": AccountPeople,
  journey: Journey,
  "new-task": NewTask,
  "new-touch": NewTouch,
  reassignment: Reassignment,
  "reassignment-done": ReassignmentDone,
  task: Task,
  "task-list": TaskList,
  "task-patch": TaskPatch,
  touch: Touch,
  "touch-list": TouchList,
} as const;
