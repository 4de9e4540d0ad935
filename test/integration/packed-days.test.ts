import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sql } from "../../server/db/database.ts";
import { erase } from "../../server/privacy/erase.ts";
import { adoptionPeople } from "../../server/query/adoption/people.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";
import { happenedDays, toldDays } from "../support/told-days.ts";

const DAY = 86_400_000;

const message = fc
  .record({
    userId: fc.constantFrom(null, "ann", "bob"),
    anonymousId: fc.constantFrom("d1", "d2"),
    messageId: fc.uuid(),
    day: fc.integer({ min: 0, max: 3 }),
    feature: fc.constantFrom("a", "b", null),
  })
  .map(({ day, feature, ...who }) => {
    const more = { ...who, ...at(NOW - day * DAY) };
    const user = who.userId ?? "cat";
    return feature === null ? identified(user, { team: user }, more) : used(feature, more);
  });

/** Messages that are sent, after which the days are packed or not. */
const story = fc.array(fc.tuple(fc.array(message, { minLength: 1, maxLength: 8 }), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

/** Who has a number beside them that is not theirs. */
const MISNUMBERED = `
  SELECT u.user_id, u.number, p.number AS packed FROM users u LEFT JOIN packed_people p
    ON p.workspace_id = u.workspace_id AND NOT p.anonymous AND p.person = u.user_id
  WHERE u.workspace_id = $1 AND u.number <> coalesce(p.number, -1)`;

/** How many people of each team there are, and how far they took up features. */
async function toldTeams(sql: Sql, workspace: string): Promise<string[]> {
  const { profiles, levels } = await adoptionPeople(sql, workspace, {
    now: NOW,
    features: ["a", "b"],
    signals: new Map(),
    wanted: { user: ["team"], account: [], signals: [] },
  });
  const some = levels.filter(({ tried }) => tried > 0);
  return [...profiles, ...some].map((one) => JSON.stringify(one)).sort();
}

describe.each(ENGINES)("packed days on %s", (engine) => {
  const server = useServer(engine);

  it("R9, R71: however often days were packed meanwhile, they say what the events say, also after a deletion", async () => {
    const deletion = fc.record({
      id: fc.constantFrom("ann", "bob"),
      until: fc.constantFrom(null, NOW - DAY),
    });
    await fc.assert(
      fc.asyncProperty(story, fc.option(deletion), async (steps, gone) => {
        const { workspace, writeKey } = await server.newWorkspace();
        for (const [messages, isPacked] of steps) {
          await server.send(messages, writeKey);
          if (isPacked) await packDays(server, workspace);
        }
        if (gone !== null) {
          const whose = { subject: "user", id: gone.id } as const;
          await server.db.erase(workspace, (sql) => erase(sql, workspace, whose, gone.until));
        }
        const teams = await server.db.transaction(workspace, async (sql) => {
          expect(await toldDays(sql, workspace)).toEqual(await happenedDays(sql, workspace));
          return toldTeams(sql, workspace);
        });
        await packDays(server, workspace);
        await server.db.transaction(workspace, async (sql) => {
          expect(await toldTeams(sql, workspace)).toEqual(teams);
          expect(await sql.query(MISNUMBERED, [workspace])).toEqual([]);
        });
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });

  it("R71: what is stored waits, and is read, until it is packed", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const look = () =>
      server.db.transaction(workspace, async (sql) => ({
        waiting: (await sql.query("SELECT 1 FROM use_log")).length,
        told: await toldDays(sql, workspace),
      }));
    await server.send([used("a", at(NOW)), used("a", at(NOW - DAY))], writeKey);
    const before = await look();
    expect(before.waiting).toBe(1);
    await packDays(server, workspace);
    expect(await look()).toEqual({ waiting: 0, told: before.told });
  });

  it("R71: what is stored while days are packed is not lost from them", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    await server.send([used("a", at(NOW))], writeKey);
    const sent = Array.from({ length: 10 }, () => server.send([used("a", at(NOW))], writeKey));
    const packed = Array.from({ length: 5 }, () => packDays(server, workspace));
    await Promise.all([...sent, ...packed]);
    await server.db.transaction(workspace, async (sql) => {
      expect(await toldDays(sql, workspace)).toEqual(await happenedDays(sql, workspace));
    });
  });

  // The embedded database has one connection: nothing can happen between two statements of a transaction.
  if (engine === "postgres") {
    it("R71: a question sees one moment, whatever is stored and packed meanwhile", async () => {
      const { workspace, writeKey } = await server.newWorkspace();
      await server.send([used("a", at(NOW)), used("a", at(NOW - DAY))], writeKey);
      await packDays(server, workspace);
      await server.db.read(workspace, async (sql) => {
        const before = await toldDays(sql, workspace);
        await server.send([used("a", { anonymousId: "new", ...at(NOW) })], writeKey);
        expect(await toldDays(sql, workspace)).toEqual(before);
        await packDays(server, workspace);
        expect(await toldDays(sql, workspace)).toEqual(before);
      });
    });
  }

  it("R71: a question writes nothing", async () => {
    const { workspace } = await server.newWorkspace();
    const written = server.db.read(workspace, (sql) =>
      sql.query("DELETE FROM packed_days WHERE workspace_id = $1", [workspace]),
    );
    await expect(written).rejects.toThrow("read-only transaction");
  });
});
