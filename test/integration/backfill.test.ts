import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import { openEmbedded } from "../../server/db/embedded.ts";
import { migrate, readMigrations } from "../../server/db/migrate.ts";
import { openPostgres } from "../../server/db/postgres.ts";
import { createPostgresDatabase, ENGINES, type Engine } from "../support/database.ts";
import { NOW } from "../support/server.ts";

const WORKSPACE = "018f0000-0000-7000-8000-000000000001";

async function openEmpty(engine: Engine) {
  if (engine === "embedded") return openEmbedded({});
  const { url, drop } = await createPostgresDatabase();
  const db = await openPostgres({ url, onIdleError: () => undefined });
  return { ...db, close: () => db.close().then(drop) };
}

const event = (name: string, person: string, properties: object, account?: string) => ({
  message_id: randomUUID(),
  event: name,
  person,
  account_id: account ?? null,
  properties,
});

describe.each(ENGINES)("an older database on %s", (engine) => {
  it("R9: exposures and days of signals hold what came before they were kept", async () => {
    const db = await openEmpty(engine);
    const files = await readMigrations();
    const before = files.findIndex(({ name }) => name.includes("exposures-and-changes"));
    await migrate(db, files.slice(0, before));
    const met = (arm: unknown, account?: string) =>
      event(
        WIRE_EVENTS.exposure,
        "ann",
        { experiment_id: "lift", variation_id: arm, version: 1 },
        account,
      );
    const changed = (since: unknown) =>
      event(WIRE_EVENTS.signal, "bob", { signal: "s", version: 1, value: true, since });
    const events = [
      met("guide"),
      met("holdout", "acme"),
      met("B"),
      met(7),
      changed(NOW),
      changed(NOW + 1),
      changed(null),
      changed("2026-03-10"),
    ];
    await db.transaction(WORKSPACE, (sql) =>
      sql.query(
        `INSERT INTO events (workspace_id, message_id, type, event, at, received_at, person, anonymous, verified,
           account_id, properties)
         SELECT $1::uuid, message_id, 'track', event, $3::timestamptz, $3::timestamptz, person, false, false,
           account_id, properties
         FROM jsonb_to_recordset($2::jsonb)
           AS r (message_id text, event text, person text, account_id text, properties jsonb)`,
        [WORKSPACE, JSON.stringify(events), new Date(NOW).toISOString()],
      ),
    );
    await migrate(db, files);
    const [exposures, days] = await db.transaction(WORKSPACE, async (sql) => [
      await sql.query("SELECT * FROM experiment_exposures ORDER BY arm"),
      await sql.query("SELECT * FROM signal_days"),
    ]);
    const person = { workspace_id: WORKSPACE, anonymous: false };
    const exposure = { ...person, experiment: "lift", person: "ann", first_at: NOW };
    expect(exposures).toEqual([
      { ...exposure, arm: "guide", account_id: "" },
      { ...exposure, arm: "holdout", account_id: "acme" },
    ]);
    expect(days).toEqual([{ ...person, signal: "s", day: "2026-03-10", person: "bob" }]);
    const forced = await db.maintain(async (sql) => {
      const [row] = await sql.query<{ forced: boolean }>(
        "SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'events'",
      );
      return row?.forced;
    });
    expect(forced).toBe(true);
    await db.close();
  });
});
