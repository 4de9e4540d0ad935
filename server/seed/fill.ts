import { feedAccounts, missingAccounts } from "../accounts/feed.ts";
import { stageIds } from "../accounts/journey.ts";
import { saidBy } from "../accounts/patch.ts";
import type { Saying } from "../accounts/record.ts";
import { saveAccounts } from "../accounts/save.ts";
import { makeTask } from "../accounts/tasks.ts";
import { putTouch } from "../accounts/touches.ts";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { publish } from "../documents/publish.ts";
import { writeDraft } from "../documents/write-draft.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { foldPeople } from "../ingest/fold-people.ts";
import { upsert } from "../ingest/upserts.ts";
import { makeBatch, writeEvents } from "../ingest/write.ts";
import { logUsesOf } from "../usage/use-log.ts";
import { type InventedAccount, inventAccount } from "./company.ts";
import { inventTasks, inventTouches } from "./contacts.ts";
import { DOCUMENTS } from "./content.ts";
import { FIRST_NAMES } from "./names.ts";
import type { SeedOptions } from "./options.ts";
import { createChance } from "./random.ts";
import { inventUsage } from "./usage.ts";

/** Accounts to a CSM. */
const PORTFOLIO = 60;
/** Accounts and events of one transaction. */
const ACCOUNTS = 100;
const EVENTS = 2000;

/** Fills a workspace with the company of a seed. `by`: the credential that everything is written down with. */
export async function fill(
  { db, newId }: Pick<Deps, "db" | "newId">,
  { workspace, by }: { workspace: string; by: string },
  options: SeedOptions,
  progress: (accounts: number) => void,
): Promise<void> {
  const { today, seed } = options;
  const now = Date.parse(today);
  const csms = FIRST_NAMES.slice(0, Math.max(3, Math.ceil(options.accounts / PORTFOLIO)));
  const accounts = Array.from({ length: options.accounts }, (_, at) =>
    inventAccount(at, { csms, users: options.users, today }, createChance(seed * 1_000_003 + at)),
  );
  const saying = (at: number): Saying => ({
    source: "csv",
    at,
    by,
    overwrite: false,
    import: null,
  });
  const inWorkspace = <T>(work: (sql: Sql) => Promise<T>) => db.transaction(workspace, work);

  await inWorkspace(async (sql) => {
    for (const { kind, body } of DOCUMENTS) {
      const act = { workspace, kind, id: body.id, at: now, by };
      await writeDraft(sql, act, body);
      await publish(sql, act, {});
    }
  });
  for (let from = 0; from < accounts.length; from += ACCOUNTS) {
    const some = accounts.slice(from, from + ACCOUNTS);
    await inWorkspace((sql) => writeAccounts(sql, some));
  }
  for (const [at, account] of accounts.entries()) {
    const chance = createChance(seed * 7_000_003 + at);
    const usage = inventUsage(account, options, chance);
    await writeUsage(usage.uses, options.rawEvents);
    await writeAll(usage.others);
    await inWorkspace(async (sql) => {
      for (const [number, touch] of inventTouches(account, today, chance).entries()) {
        const id = `${account.id}-touch-${number}`;
        await putTouch(
          sql,
          workspace,
          { id, account: account.id, touch },
          { saying: saying(touch.at ?? now), newId },
        );
      }
      for (const [number, task] of inventTasks(account, today, chance).entries()) {
        await makeTask(
          sql,
          workspace,
          { id: `${account.id}-task-${number}`, task },
          { saying: saying(now), newId },
        );
      }
    });
    progress(at + 1);
  }

  async function writeAccounts(sql: Sql, some: readonly InventedAccount[]): Promise<void> {
    const stages = await stageIds(sql, workspace);
    const around = { now, newId, stages };
    const said = some.map(({ id, patch }) => ({
      id,
      said: saidBy(patch, today),
      saying: saying(now),
    }));
    const saved = await saveAccounts(sql, workspace, said, around);
    const wrong = saved.find(({ outcome }) => outcome === "refused");
    if (wrong)
      throw new Error(`an invented account was refused: ${JSON.stringify(wrong.problems)}`);
    const most = Math.max(...some.map((account) => account.stages.length));
    for (let number = 0; number < most; number++) {
      const entered = some.flatMap(({ id, stages: way }) => {
        const step = way[number];
        if (!step) return [];
        const patch = { stage: step.stage, stageSince: step.since };
        return [{ id, said: saidBy(patch, today), saying: saying(Date.parse(step.since)) }];
      });
      await saveAccounts(sql, workspace, entered, around);
    }
  }

  async function writeAll(events: readonly IncomingEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += EVENTS) {
      await writeEvents(db, makeBatch(workspace, events.slice(from, from + EVENTS)));
    }
  }

  /** Either every use, or only what the server derives from uses: the same code works out both. */
  async function writeUsage(uses: readonly IncomingEvent[], raw: boolean): Promise<void> {
    if (raw || uses.length === 0) return writeAll(uses);
    const people = foldPeople(uses);
    await inWorkspace(async (sql) => {
      await upsert(sql, workspace, "accounts", people.accounts);
      const named = people.accounts.map(({ account_id }) => account_id);
      const missing = await missingAccounts(sql, workspace, named);
      await feedAccounts(sql, workspace, people.accounts, now, missing);
      await upsert(sql, workspace, "users", people.users);
      for (const [text, params] of logUsesOf(workspace, uses)) await sql.query(text, params);
    });
  }
}
