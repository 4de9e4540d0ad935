import { explain } from "../../lib/model/parse.ts";
import type { PlaybookAction } from "../../lib/model/playbook.ts";
import type { ActionResult } from "../../lib/model/playbook-report.ts";
import type { Attributes } from "../../lib/model/primitives.ts";
import { withRule } from "../../lib/model/problem.ts";
import { RULES } from "../../lib/model/rule.ts";
import { fillTemplate } from "../../lib/model/template.ts";
import type { Saying } from "../accounts/record.ts";
import { saveAccounts } from "../accounts/save.ts";
import { makeTask } from "../accounts/tasks.ts";
import type { Sql } from "../db/database.ts";
import { enqueuePlaybook } from "../forward/enqueue.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";

const DAY_MS = 86_400_000;

/** What fired, for whom. Times are epoch ms. */
export interface Firing {
  run: string;
  playbook: string;
  name: string;
  account: string;
  attributes: Attributes;
  since: number;
  at: number;
  /** Credential that wrote the playbook. */
  by: string;
}

interface How {
  workspace: string;
  newId: () => string;
}

/**
 * Does what a playbook says, in the transaction that remembers that it fired: J8 of docs/spec/playbooks.md. What cannot
 * be done is said in the result and does not hold up the others.
 */
export async function act(
  sql: Sql,
  action: PlaybookAction,
  index: number,
  firing: Firing,
  how: How,
): Promise<ActionResult> {
  const { type } = action;
  const id = `${firing.run}.${index}`;
  const done = (what: string | null): ActionResult => ({ type, done: what, error: null });
  switch (type) {
    case "task":
      await addTask(sql, action, id, firing, how);
      return done(id);
    case "alert":
      await addAlert(sql, action, id, firing, how);
      return done(id);
    case "assign":
      return change(sql, type, { owner: action.owner }, firing, how);
    case "attribute":
      return change(sql, type, { [`custom.${action.name}`]: action.value }, firing, how);
    case "webhook": {
      const { run, playbook, name, account, since, at } = firing;
      const words = { title: action.title, text: action.text };
      const said = Object.entries(words).flatMap(([key, one]) =>
        one === undefined ? [] : [[key, fill(one, firing)]],
      );
      const properties = {
        ...{ run, playbook, name, account, since: isoOf(since) },
        ...Object.fromEntries(said),
      };
      const isThere = await enqueuePlaybook(sql, how.workspace, action.forward, {
        id,
        at,
        properties,
      });
      if (isThere) return done(id);
      const found = JSON.stringify(action.forward);
      const error = `There is no forward ${found}.`;
      const problem = withRule({ path: "forward", found, allowed: RULES.target });
      return { type, done: null, error, problem };
    }
  }
}

async function addTask(
  sql: Sql,
  action: Extract<PlaybookAction, { type: "task" }>,
  id: string,
  firing: Firing,
  { workspace, newId }: How,
): Promise<void> {
  const { title, note = "", owner, dueDays } = action;
  const mine = firing.attributes.owner;
  const task = {
    account: firing.account,
    title: fill(title, firing).slice(0, 200),
    note: fill(note, firing).slice(0, 10_000),
    owner: owner ?? (typeof mine === "string" ? mine : null),
    due: dueDays === undefined ? null : dayOf(firing.at + dueDays * DAY_MS),
    state: "open" as const,
    source: "playbook" as const,
    cause: firing.run,
  };
  await makeTask(sql, workspace, { id, task }, { saying: sayingOf(firing), newId });
}

async function addAlert(
  sql: Sql,
  { title, level }: Extract<PlaybookAction, { type: "alert" }>,
  id: string,
  firing: Firing,
  { workspace }: How,
): Promise<void> {
  const { account, playbook, run, at } = firing;
  await sql.query(
    `INSERT INTO alerts (workspace_id, id, account_id, playbook, run, level, title, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspace, id, account, playbook, run, level, fill(title, firing).slice(0, 200), isoOf(at)],
  );
}

async function change(
  sql: Sql,
  type: string,
  values: Readonly<Record<string, unknown>>,
  firing: Firing,
  { workspace, newId }: How,
): Promise<ActionResult> {
  const said = { values, mrrHistory: [], stageSince: undefined };
  const [saved] = await saveAccounts(
    sql,
    workspace,
    [{ id: firing.account, said, saying: sayingOf(firing) }],
    { now: firing.at, newId, stages: new Set() },
  );
  const [problem] = saved?.problems ?? [];
  if (problem) {
    return { type, done: null, error: explain([problem]), problem: withRule(problem) };
  }
  const [value] = Object.values(values);
  return { type, done: value === null ? null : String(value), error: null };
}

/** Whoever wrote the playbook decided this, so it also changes what a person had corrected. */
function sayingOf({ at, by }: Firing): Saying {
  return { source: "api", at, by, overwrite: true, import: null };
}

function fill(text: string, { attributes }: Firing): string {
  return fillTemplate(text, ({ of, name, fallback }) =>
    of === "account" ? String(attributes[name] ?? fallback) : fallback,
  );
}
