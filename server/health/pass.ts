import type { HealthDefinitions } from "../../lib/model/health.ts";
import { readJourney } from "../accounts/journey.ts";
import { keepFound } from "../churn/found.ts";
import { judgeRisk } from "../churn/risk.ts";
import { signalsInForce } from "../churn/signals.ts";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readPublished } from "../documents/published.ts";
import { dayOf } from "../ingest/fold.ts";
import { type Assessment, assess } from "./assess.ts";
import { settleBand } from "./band.ts";
import { countDays } from "./count-days.ts";
import { readDefinitions } from "./definitions.ts";
import type { AccountFacts, HealthWorld } from "./facts.ts";
import { keepPass, keepStandings, type Pass, type Standing, scoresBefore } from "./keep.ts";
import { type Answered, npsByAccount, withAnswers } from "./nps.ts";
import { customersAfter, customersAmong, readFacts } from "./read-facts.ts";
import { signalShares, wantedSignals } from "./signal-shares.ts";
import { CHUNK } from "./window.ts";

type PassDeps = Pick<Deps, "db" | "clock" | "newId">;

interface Common {
  definitions: HealthDefinitions;
  world: HealthWorld;
  signals: ReadonlyMap<string, AccountFacts["signals"]>;
  answers: ReadonlyMap<string, Answered>;
}

/**
 * Works out health and risk of all customers of a workspace: H9 of docs/spec/health.md. Some accounts a transaction, so
 * nothing waits long for it; cut short, it can simply be done again. `signal` ends it between two transactions.
 */
export async function passHealth(
  deps: PassDeps,
  workspace: string,
  signal?: AbortSignal,
): Promise<Pass> {
  const { db, clock } = deps;
  const now = clock();
  await countDays(deps, workspace, now, signal);
  const common = await db.transaction(workspace, (sql) => readCommon(sql, workspace, now));
  let after = "";
  let accounts = 0;
  while (true) {
    signal?.throwIfAborted();
    const ids = await db.transaction(workspace, (sql) =>
      passSome(sql, workspace, after, common, deps.newId),
    );
    accounts += ids.length;
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const pass = { day: dayOf(now), finishedAt: clock(), accounts };
  await db.transaction(workspace, (sql) => keepPass(sql, workspace, pass));
  return pass;
}

async function readCommon(sql: Sql, workspace: string, now: number): Promise<Common> {
  const { definitions } = await readDefinitions(sql, workspace);
  const published = await readPublished(sql, workspace);
  const { stages } = await readJourney(sql, workspace);
  return {
    definitions,
    answers: await npsByAccount(sql, workspace, now),
    signals: await signalShares(sql, workspace, wantedSignals(definitions)),
    world: {
      now,
      features: published.flatMap((one) => (one.kind === "features" ? [one.body] : [])),
      stages: new Map(stages.map(({ id, expectedDays }) => [id, expectedDays])),
    },
  };
}

/** How one account stands now, for somebody who just said something about it. Does nothing where it is no customer. */
export async function refreshAccount(
  { db, clock, newId }: PassDeps,
  workspace: string,
  account: string,
): Promise<void> {
  const now = clock();
  await db.transaction(workspace, async (sql) => {
    const ids = await customersAmong(sql, workspace, [account], dayOf(now));
    if (ids.length > 0)
      await passThese(sql, workspace, ids, await readCommon(sql, workspace, now), newId);
  });
}

/** The next accounts; answers with their ids. */
async function passSome(
  sql: Sql,
  workspace: string,
  after: string,
  common: Common,
  newId: () => string,
): Promise<string[]> {
  const today = dayOf(common.world.now);
  const ids = await customersAfter(sql, workspace, { after, today, limit: CHUNK });
  if (ids.length > 0) await passThese(sql, workspace, ids, common, newId);
  return ids;
}

/** One pass at a time writes. */
async function passThese(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
  { definitions, world, signals, answers }: Common,
  newId: () => string,
): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 3)) IS NULL", [workspace]);
  const { now } = world;
  const facts = await readFacts(sql, workspace, ids, now);
  const assessed = new Map<string, Assessment & { renewal: string | null }>();
  for (const [id, one] of facts) {
    const attributes = withAnswers(one.attributes, answers.get(id));
    const whole = { ...one, attributes, signals: signals.get(id) ?? new Map() };
    assessed.set(id, { ...assess(whole, world, definitions), renewal: one.renewal });
  }
  const found = new Map([...assessed].map(([id, one]) => [id, one.found]));
  await keepFound(sql, workspace, found, { now, newId });
  const inForce = await signalsInForce(sql, workspace, ids, now);
  const before = await scoresBefore(sql, workspace, ids, now);
  const standings = [...assessed].map(
    ([account, { profile, health, usual, renewal }]): Standing => {
      const { score } = health;
      const band = score === null ? null : settleBand(before.get(account) ?? null, score);
      const question = { score, band, renewal, now, signals: inForce.get(account) ?? [] };
      return { account, profile, health, usual, band, ...judgeRisk(question) };
    },
  );
  await keepStandings(sql, workspace, standings, now);
}
