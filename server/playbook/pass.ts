import { isDeepStrictEqual } from "node:util";
import { bucket } from "../../lib/decide/bucket.ts";
import { durationMs } from "../../lib/model/duration.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import type { ActionResult } from "../../lib/model/playbook-report.ts";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { countDays } from "../health/count-days.ts";
import { CHUNK } from "../health/window.ts";
import { isoOf } from "../ingest/fold.ts";
import { act, type Firing } from "./act.ts";
import { askedByAll } from "./asked.ts";
import { momentAt } from "./attributes.ts";
import { createAccountView, type Found } from "./evaluate.ts";
import { accountsAfter, readHistories } from "./read-history.ts";
import { type RunningPlaybook, readRunning } from "./store.ts";
import { FIRST_WATCH, lookAt, type Timing } from "./watch.ts";
import { readWatches, type StoredWatch, writeWatches } from "./watches.ts";

type PassDeps = Pick<Deps, "db" | "clock" | "newId">;

interface Pass {
  accounts: number;
  fired: number;
}

/**
 * Looks at all accounts with all playbooks: J3 to J8 of docs/spec/playbooks.md. Some accounts a transaction, in which is
 * remembered what was seen and done what follows from it; cut short, it can simply be done again.
 */
export async function passPlaybooks(
  deps: PassDeps,
  workspace: string,
  signal?: AbortSignal,
): Promise<Pass> {
  const { db, clock } = deps;
  await countDays(deps, workspace, clock());
  const pass: Pass = { accounts: 0, fired: 0 };
  let after = "";
  while (true) {
    signal?.throwIfAborted();
    const some = await db.transaction(workspace, (sql) =>
      passSome(sql, workspace, { after, clock, newId: deps.newId }),
    );
    pass.accounts += some.accounts;
    pass.fired += some.fired;
    if (some.last === undefined) return pass;
    after = some.last;
  }
}

interface Around {
  after: string;
  clock: () => number;
  newId: () => string;
}

/** One pass at a time looks, at the moment at which its turn has come: never at one before the last look. */
async function passSome(
  sql: Sql,
  workspace: string,
  { after, clock, newId }: Around,
): Promise<Pass & { last: string | undefined }> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 4)) IS NULL", [workspace]);
  const now = clock();
  const playbooks = await readRunning(sql, workspace);
  if (playbooks.length === 0) return { accounts: 0, fired: 0, last: undefined };
  const ids = await accountsAfter(sql, workspace, after, CHUNK);
  if (ids.length === 0) return { accounts: 0, fired: 0, last: undefined };
  const known = await readWatches(sql, workspace, ids);
  const watchOf = new Map(known.map((one) => [`${one.playbook} ${one.account}`, one]));
  const changed: Omit<StoredWatch, "paused">[] = [];
  const fires: { firing: Firing; body: Playbook; found: Found }[] = [];
  const asked = askedByAll(playbooks.map(({ body }) => body.when));
  for (const history of await readHistories(sql, workspace, ids, { now, from: now, asked })) {
    const view = createAccountView(history, asked);
    for (const { id: playbook, body, paused, by } of playbooks) {
      const stored = watchOf.get(`${playbook} ${history.id}`);
      const before = stored?.watch ?? FIRST_WATCH;
      const found = view(body.when, momentAt(now));
      const look = { now, holds: found.holds, paused: paused || stored?.paused === true };
      const { watch, fires: isFiring } = lookAt(before, look, timingOf(body));
      if (!isDeepStrictEqual(watch, before)) {
        changed.push({ playbook, account: history.id, watch });
      }
      if (!isFiring) continue;
      const { attributes } = found;
      const since = watch.since ?? now;
      const whom = { playbook, name: body.name, account: history.id, attributes };
      fires.push({ firing: { ...whom, run: newId(), since, at: now, by }, body, found });
    }
  }
  await writeWatches(sql, workspace, changed);
  for (const { firing, body, found } of fires) {
    await fire(sql, workspace, { firing, body, found }, newId);
  }
  return { accounts: ids.length, fired: fires.length, last: ids.at(-1) };
}

/**
 * A run that is there already for this cause is refused by the database, and all that comes with it. For who was drawn
 * into the holdout it is remembered, and nothing is done.
 */
async function fire(
  sql: Sql,
  workspace: string,
  { firing, body, found }: { firing: Firing; body: Playbook; found: Found },
  newId: () => string,
): Promise<void> {
  const results: ActionResult[] = [];
  const { run, playbook, account, since, at } = firing;
  const heldOut = body.holdout !== undefined && bucket(playbook, account) < body.holdout;
  const actions = heldOut ? [] : body.actions;
  for (const [index, action] of actions.entries()) {
    results.push(await act(sql, action, index, firing, { workspace, newId }));
  }
  await sql.query(
    `INSERT INTO playbook_runs (workspace_id, id, playbook, account_id, since, at, body, why, results, held_out)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10)`,
    [
      workspace,
      run,
      playbook,
      account,
      isoOf(since),
      isoOf(at),
      ...[body, found.why, results].map((part) => JSON.stringify(part)),
      heldOut,
    ],
  );
}

export function timingOf({ wait, coolDown }: RunningPlaybook["body"]): Timing {
  return { wait: wait === undefined ? 0 : durationMs(wait), coolDown: durationMs(coolDown) };
}
