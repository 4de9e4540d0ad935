import { beforeAll, describe, expect, it } from "vitest";
import type { Playbook } from "../../lib/model/playbook.ts";
import { inactiveFeature, READY_PLAYBOOKS } from "../../lib/model/ready-playbooks.ts";
import { passPlaybooks } from "../../server/playbook/pass.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { at, used } from "../support/messages.ts";
import { playbooksOf } from "../support/playbooks.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const DAYS = 60;
const dayAgo = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10);
/** Days ago, from the first to the last. */
const span = (first: number, last = 0) =>
  Array.from({ length: first - last + 1 }, (_, n) => first - n);

type Band = "poor" | "fair" | "good";

interface Story {
  /** Of the account. */
  fields?: object;
  /** Uses by days ago. */
  uses?: (day: number) => number;
  band?: (day: number) => Band;
  risk?: "low" | "high";
  /** Answer to a question for NPS, 30 days ago. */
  nps?: number;
}

const grew = (day: number) => (day > 20 ? 2 : 3);
const good = (): Band => "good";
const reached = [{ text: "First report", state: "reached" }];

/** Customers for more than a year, of fair health and steady use, but for what is said here. */
const STORIES: Readonly<Record<string, Story>> = {
  steady: { fields: { goals: reached }, band: good, nps: 10 },
  dropped: { uses: (day) => (day >= 10 ? 2 : 0) },
  holiday: { uses: (day) => (day === 16 ? 6 : day > 20 || day < 17 ? 2 : 0) },
  small: { uses: (day) => (day >= 25 && (day - 25) % 7 === 0 ? 1 : 0) },
  poor: { band: (day) => (day > 9 ? "fair" : "poor") },
  "poor-twice": { band: (day) => (day > 30 || day < 18 || day === 24 ? "fair" : "poor") },
  grew: { uses: grew, band: good },
  "grew-at-risk": { uses: grew, band: good, risk: "high" },
  "grew-new": { fields: { customerSince: dayAgo(85) }, uses: grew, band: good },
  "praises-ill": { nps: 10 },
  "praises-new": { fields: { customerSince: dayAgo(170) }, band: good, nps: 9 },
  "well-without-praise": { band: good, nps: 7 },
  left: { fields: { churnedOn: dayAgo(100), churnKind: "voluntary" }, uses: () => 0 },
  "left-nobody-knows-why": { fields: { churnedOn: dayAgo(95) }, uses: () => 0 },
  "left-unpaid": { fields: { churnedOn: dayAgo(100), churnKind: "involuntary" }, uses: () => 0 },
  "left-long-ago": { fields: { churnedOn: dayAgo(450) }, uses: () => 0 },
};

/** For whom, and how many days ago, each of them fires; nobody else. */
const FIRES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "usage-drop": { dropped: 3 },
  "bad-health": { poor: 2 },
  upsell: { grew: 5 },
  "cross-sell": { steady: 45 },
  advocates: { steady: 30 },
  "win-back": { left: 10, "left-nobody-knows-why": 5 },
  inactive: { dropped: 3, small: 18 },
};

const PLAYBOOKS: Readonly<Record<string, Playbook>> = {
  ...READY_PLAYBOOKS,
  inactive: inactiveFeature("reports"),
};

describe.each(ENGINES)("ready playbooks on %s", (engine) => {
  const server = useServer(engine);

  beforeAll(async () => {
    const accounts = accountsOf(server);
    const messages: object[] = [];
    const health: object[] = [];
    const answers: object[] = [];
    for (const [
      account,
      { fields, uses = () => 2, band = () => "fair", ...story },
    ] of Object.entries(STORIES)) {
      await accounts.put(account, { name: account, customerSince: dayAgo(400), ...fields });
      for (const day of span(110)) {
        for (let n = 0; n < uses(day); n++) {
          const context = { groupId: account };
          const when = at(NOW - day * DAY - n * 60_000);
          messages.push(used("reports", { userId: `${account}-${n % 2}`, context, ...when }));
        }
      }
      for (const day of span(DAYS + 5)) {
        const { risk = "low" } = story;
        health.push({ account, day: dayAgo(day), band: band(day), risk });
      }
      if (story.nps !== undefined) answers.push({ account, score: story.nps });
    }
    for (let from = 0; from < messages.length; from += 200) {
      await server.send(messages.slice(from, from + 200));
    }
    const { workspace } = server.home;
    await server.db.transaction(workspace, async (sql) => {
      await sql.query(
        `INSERT INTO account_health_days (workspace_id, account_id, day, profile, score, coverage, band, risk, scores)
         SELECT $1::uuid, account, day, 'all', 50, 1, band, risk, '[]'
         FROM jsonb_to_recordset($2::jsonb) AS r (account text, day date, band text, risk text)`,
        [workspace, JSON.stringify(health)],
      );
      await sql.query(
        `INSERT INTO survey_answers (workspace_id, message_id, anonymous, person, guide, version, step, at, account_id, type, score)
         SELECT $1::uuid, account, false, account, 'survey', 1, 'one', $3::timestamptz, account, 'nps', score
         FROM jsonb_to_recordset($2::jsonb) AS r (account text, score int)`,
        [workspace, JSON.stringify(answers), new Date(NOW - 30 * DAY).toISOString()],
      );
    });
  });

  const said = (fires: readonly { account: string; at: number }[]) =>
    Object.fromEntries(
      fires
        .map(({ account, at: time }) => [account, Math.floor(NOW / DAY) - Math.floor(time / DAY)])
        .sort(),
    );

  it.each(
    Object.keys(PLAYBOOKS),
  )("J2, J9, J11: %s would have fired for those whom it is about, and nobody else", async (id) => {
    const tried = await playbooksOf(server).attempt(PLAYBOOKS[id] as Playbook, DAYS);
    expect(tried.accounts).toBe(Object.keys(STORIES).length);
    expect(said(tried.fires)).toEqual(FIRES[id]);
  });

  it("J3: a pass that was overtaken by a later one looks at the time at which its turn comes", async () => {
    const playbooks = playbooksOf(server);
    await playbooks.put("late", { ...READY_PLAYBOOKS["win-back"], wait: "300d" });
    const times = [NOW, NOW + DAY];
    const clock = () => times.shift() ?? NOW + DAY;
    await passPlaybooks({ ...server.deps, clock }, server.home.workspace);
    const waiting = await playbooks.waiting("late");
    expect(new Set(waiting.map(({ since }) => since))).toEqual(new Set([NOW + DAY]));
    await playbooks.send("DELETE", "/v1/playbooks/late");
  });

  it("J9: running from day to day they fire as the trial says, each once", async () => {
    const playbooks = playbooksOf(server);
    for (const [id, body] of Object.entries(PLAYBOOKS)) await playbooks.run(id, body);
    const midnight = Math.floor(NOW / DAY) * DAY;
    for (const day of span(DAYS - 1)) {
      server.time.now = day === 0 ? NOW : midnight - (day - 1) * DAY - 1;
      await passPlaybooks(server.deps, server.home.workspace);
    }
    for (const [id, fires] of Object.entries(FIRES)) {
      const runs = await playbooks.runs(id);
      expect([id, said(runs)]).toEqual([id, fires]);
      expect(runs).toHaveLength(Object.keys(fires).length);
      expect(runs.flatMap(({ results }) => results).filter(({ error }) => error)).toEqual([]);
    }
  });
});
