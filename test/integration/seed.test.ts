import { describe, expect, it } from "vitest";
import { fill } from "../../server/seed/fill.ts";
import type { SeedOptions } from "../../server/seed/options.ts";
import { ENGINES } from "../support/database.ts";
import { useServer } from "../support/server.ts";
import { toldDays } from "../support/told-days.ts";

const SMALL: SeedOptions = {
  accounts: 12,
  users: 5,
  days: 40,
  seed: 3,
  today: "2026-11-22",
  rawEvents: false,
};

/** Everything that was made, but for ids and times of writing. */
const CONTENTS = {
  account_records:
    "account_id, name, plan, mrr_minor, renewal, owner, stage, stage_since, churned_on, champions, sources",
  account_mrr: "account_id, since, minor, currency",
  account_stages: "account_id, since, stage",
  account_changes: "account_id, source, what, subject, before, after",
  touches: "id, account_id, kind, state, at, owner",
  tasks: "id, account_id, title, due, state",
  users: "user_id, account_id, traits, first_at, last_at, verified",
  accounts: "account_id, first_at, last_at",
  guide_progress: "guide, version, action, step, person, count",
  signal_values: "signal, person, value",
} as const;

describe.each(ENGINES)("the seeded company on %s", (engine) => {
  const server = useServer(engine);

  async function filled(options: SeedOptions) {
    const { workspace } = await server.newWorkspace();
    await fill(server.deps, { workspace, by: workspace }, options, () => undefined);
    return server.db.transaction(workspace, async (sql) => {
      const contents: Record<string, unknown[]> = {};
      for (const [table, columns] of Object.entries(CONTENTS)) {
        const rows = await sql.query(`SELECT ${columns} FROM ${table}`);
        contents[table] = rows.map((row) => JSON.stringify(row)).sort();
      }
      contents.days = await toldDays(sql, workspace);
      return contents;
    });
  }

  it("K13: a seed gives the same company each time, another seed another one", async () => {
    const first = await filled(SMALL);
    expect(await filled(SMALL)).toEqual(first);
    const other = await filled({ ...SMALL, seed: 4 });
    expect(other.account_records).not.toEqual(first.account_records);
    for (const [table, rows] of Object.entries(first))
      expect(rows.length, table).toBeGreaterThan(0);
  });

  it("K13: its rollups are those that the same uses make when they are sent one by one", async () => {
    expect(await filled({ ...SMALL, rawEvents: true })).toEqual(await filled(SMALL));
  });
});
