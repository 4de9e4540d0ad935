import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sql } from "../../server/db/database.ts";
import { erase } from "../../server/privacy/erase.ts";
import { merged } from "../../server/query/merged.ts";
import { looseDays, packDays } from "../../server/usage/pack-days.ts";
import { dayText, personKey, readUses } from "../../server/usage/read-uses.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const ALL = { to: "9999-12-31", of: "both" } as const;

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
    return feature === null ? identified(who.userId ?? "cat", {}, more) : used(feature, more);
  });

/** Messages that are sent, after which the days are packed or not. */
const story = fc.array(fc.tuple(fc.array(message, { minLength: 1, maxLength: 8 }), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

describe.each(ENGINES)("packed days on %s", (engine) => {
  const server = useServer(engine);

  /** By day, feature and person: how often; worked out from the rollups alone. */
  const counted = async (sql: Sql, workspace: string) => {
    const rows = await sql.query<{
      day: string;
      feature: string;
      unknown: boolean;
      who: string;
      count: number;
    }>(
      `SELECT day, feature, unknown, who, sum(count) AS count FROM ${merged("feature_days")} f GROUP BY 1, 2, 3, 4
       UNION ALL SELECT DISTINCT day, '', unknown, who, 1 FROM ${merged("person_days")} p`,
      [workspace],
    );
    return rows
      .map((row) => `${row.day} ${row.feature} ${personKey(row.unknown, row.who)} ${row.count}`)
      .sort();
  };

  const read = async (sql: Sql, workspace: string) => {
    const { days, loose } = await readUses(sql, workspace, ALL);
    const names = new Map([...loose].map(([key, number]) => [number, key]));
    const packed = await sql.query<{ anonymous: boolean; person: string; number: number }>(
      "SELECT anonymous, person, number FROM packed_people WHERE workspace_id = $1",
      [workspace],
    );
    for (const one of packed) names.set(one.number, personKey(one.anonymous, one.person));
    const sums = new Map<string, number>();
    for (const { day, feature, people, counts } of days) {
      for (const [index, person] of people.entries()) {
        const key = `${dayText(day)} ${feature} ${names.get(person)}`;
        const count = counts[index] ?? 0;
        sums.set(key, feature === "" ? 1 : (sums.get(key) ?? 0) + count);
      }
    }
    return [...sums].map(([key, count]) => `${key} ${count}`).sort();
  };

  it("R71: however often days were packed meanwhile, they say what the rollups say, also after a deletion", async () => {
    const person = fc.option(fc.constantFrom("ann", "bob"));
    await fc.assert(
      fc.asyncProperty(story, person, async (steps, gone) => {
        const { workspace, writeKey } = await server.newWorkspace();
        for (const [messages, isPacked] of steps) {
          await server.send(messages, writeKey);
          if (isPacked) await packDays(server, workspace);
        }
        if (gone !== null) {
          const whose = { subject: "user", id: gone } as const;
          await server.db.erase(workspace, (sql) => erase(sql, workspace, whose, null));
        }
        await server.db.transaction(workspace, async (sql) => {
          expect(await read(sql, workspace)).toEqual(await counted(sql, workspace));
        });
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });

  it("R71: a day is packed until something new is stored about it", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const loose = () => server.db.transaction(workspace, (sql) => looseDays(sql, workspace));
    await server.send([used("a", at(NOW)), used("a", at(NOW - DAY))], writeKey);
    expect(await loose()).toHaveLength(2);
    await packDays(server, workspace);
    expect(await loose()).toEqual([]);
    await server.send([used("a", { messageId: "new", ...at(NOW) })], writeKey);
    expect(await loose()).toEqual([dayText(NOW / DAY)]);
  });

  it("R71: what is stored while days are packed is not lost from them", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    await server.send([used("a", at(NOW))], writeKey);
    const sent = Array.from({ length: 10 }, () => server.send([used("a", at(NOW))], writeKey));
    const packed = Array.from({ length: 5 }, () => packDays(server, workspace));
    await Promise.all([...sent, ...packed]);
    await server.db.transaction(workspace, async (sql) => {
      expect(await read(sql, workspace)).toEqual(await counted(sql, workspace));
    });
  });

  // The embedded database has one connection: nothing can happen between two statements of a transaction.
  if (engine === "postgres") {
    it("R71: a question sees one moment, whatever is stored and packed meanwhile", async () => {
      const { workspace, writeKey } = await server.newWorkspace();
      await server.send([used("a", at(NOW)), used("a", at(NOW - DAY))], writeKey);
      await packDays(server, workspace);
      await server.db.read(workspace, async (sql) => {
        const before = await read(sql, workspace);
        await server.send([used("a", { anonymousId: "new", ...at(NOW) })], writeKey);
        expect(await read(sql, workspace)).toEqual(before);
        await packDays(server, workspace);
        expect(await read(sql, workspace)).toEqual(before);
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
