import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import type { Database } from "../../server/db/database.ts";
import { openEmbedded } from "../../server/db/embedded.ts";
import { migrate, readMigrations } from "../../server/db/migrate.ts";
import { openPostgres } from "../../server/db/postgres.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { pack } from "../../server/usage/varints.ts";
import { createPostgresDatabase, ENGINES, type Engine } from "../support/database.ts";
import { NOW } from "../support/server.ts";
import { toldDays } from "../support/told-days.ts";

const WORKSPACE = "018f0000-0000-7000-8000-000000000001";

async function openEmpty(engine: Engine) {
  if (engine === "embedded") return openEmbedded({});
  const { url, drop } = await createPostgresDatabase();
  const db = await openPostgres({ url, onIdleError: () => undefined });
  return { ...db, close: () => db.close().then(drop) };
}

/** What is there before the migration whose name contains `part`, then that and all after it. */
async function migrateAround(db: Database, part: string, fill: () => Promise<unknown>) {
  const files = await readMigrations();
  await migrate(
    db,
    files.slice(
      0,
      files.findIndex(({ name }) => name.includes(part)),
    ),
  );
  await fill();
  await migrate(db, files);
}

const isForced = (db: Database, table: string) =>
  db.maintain(async (sql) => {
    const [row] = await sql.query<{ forced: boolean }>(
      "SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = $1",
      [table],
    );
    return row?.forced;
  });

const event = (name: string, person: string, properties: object, account?: string) => ({
  message_id: randomUUID(),
  event: name,
  person,
  account_id: account ?? null,
  properties,
});

describe.each(ENGINES)("an older database on %s", (engine) => {
  it("R9, R38, R71: days hold what was counted before uses were logged, and devices who was named on them", async () => {
    const db = await openEmpty(engine);
    const uses = [
      ["2026-03-01", "a", "ann", 2],
      ["2026-03-02", "a", "ann", 3],
      ["2026-03-02", "a", "bob", 1],
      ["2026-03-02", "b", "bob", 300],
    ] as const;
    const count = () =>
      db.transaction(WORKSPACE, async (sql) => {
        for (const [day, feature, person, count] of uses) {
          await sql.query(
            `INSERT INTO feature_days VALUES ($1, $2::date, $3, false, $4, $5, $2::date + interval '9 hours')`,
            [WORKSPACE, day, feature, person, count],
          );
          await sql.query(
            "INSERT INTO person_days VALUES ($1, $2::date, false, $3) ON CONFLICT DO NOTHING",
            [WORKSPACE, day, person],
          );
        }
        await sql.query("INSERT INTO packed_people VALUES ($1, false, 'ann', 0)", [WORKSPACE]);
        for (const [device, user] of [
          ["shared", "bob"],
          ["shared", "ann"],
          ["shared", null],
          ["silent", null],
        ]) {
          await sql.query(
            "INSERT INTO devices VALUES ($1, $2, NULL, NULL, now(), now()) ON CONFLICT DO NOTHING",
            [WORKSPACE, device],
          );
          await sql.query(
            `INSERT INTO events (workspace_id, message_id, type, at, received_at, person, anonymous, verified, user_id, device)
             VALUES ($1, gen_random_uuid(), 'page', now(), now(), coalesce($3, $2), $3 IS NULL, false, $3, $2)`,
            [WORKSPACE, device, user],
          );
        }
        for (const [feature, uses, packed] of [
          ["", 1, [[0, 1]]],
          ["a", 2, [[0, 2]]],
        ] as const) {
          await sql.query(
            `INSERT INTO packed_days VALUES ($1, '2026-03-01', $2, $3,
               CASE WHEN $2 <> '' THEN '2026-03-01T09:00:00Z'::timestamptz END, decode($4, 'base64'))`,
            [WORKSPACE, feature, uses, Buffer.from(pack(packed)).toString("base64")],
          );
        }
      });
    await migrateAround(db, "use-log", count);
    const told = () => db.read(WORKSPACE, (sql) => toldDays(sql, WORKSPACE));
    const last = (day: string) => Date.parse(`${day}T09:00:00Z`);
    const expected = [
      ...uses.map(([day, feature, person, count]) => `${day} ${feature} =${person} ${count}`),
      "2026-03-01  =ann 1",
      "2026-03-02  =ann 1",
      "2026-03-02  =bob 1",
      `2026-03-01 a ${last("2026-03-01")}`,
      `2026-03-02 a ${last("2026-03-02")}`,
      `2026-03-02 b ${last("2026-03-02")}`,
    ].sort();
    expect(await told()).toEqual(expected);
    await packDays({ db }, WORKSPACE);
    expect(await told()).toEqual(expected);
    const devices = await db.read(WORKSPACE, (sql) =>
      sql.query("SELECT device, users FROM devices ORDER BY device"),
    );
    expect(devices).toEqual([
      { device: "shared", users: ["ann", "bob"] },
      { device: "silent", users: [] },
    ]);
    for (const table of ["packed_days", "events", "devices"]) {
      expect(await isForced(db, table)).toBe(true);
    }
    await db.close();
  });

  it("R71: people have beside them the numbers by which they were packed before", async () => {
    const db = await openEmpty(engine);
    const fill = () =>
      db.transaction(WORKSPACE, async (sql) => {
        await sql.query(
          `INSERT INTO users (workspace_id, user_id, traits, verified, first_at, last_at)
           SELECT $1, name, '{}', false, now(), now() FROM unnest(ARRAY['ann', 'bob', 'd1']) AS u (name)`,
          [WORKSPACE],
        );
        await sql.query(
          "INSERT INTO packed_people VALUES ($1, true, 'd1', 0), ($1, false, 'ann', 1)",
          [WORKSPACE],
        );
      });
    await migrateAround(db, "numbers-of-users", fill);
    const people = await db.transaction(WORKSPACE, (sql) =>
      sql.query("SELECT user_id, number FROM users ORDER BY user_id"),
    );
    expect(people).toEqual([
      { user_id: "ann", number: 1 },
      { user_id: "bob", number: null },
      { user_id: "d1", number: null },
    ]);
    expect([await isForced(db, "users"), await isForced(db, "packed_people")]).toEqual([
      true,
      true,
    ]);
    await db.close();
  });

  it("R9: exposures and days of signals hold what came before they were kept", async () => {
    const db = await openEmpty(engine);
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
    const store = () =>
      db.transaction(WORKSPACE, (sql) =>
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
    await migrateAround(db, "exposures-and-changes", store);
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
    expect(await isForced(db, "events")).toBe(true);
    await db.close();
  });

  it("R64: what was published before environments is in force in production, and its history says so", async () => {
    const db = await openEmpty(engine);
    const author = randomUUID();
    const publishTwice = () =>
      db.transaction(WORKSPACE, async (sql) => {
        await sql.query(
          `INSERT INTO workspaces (id, name, environment, revision, sync_events, created_at)
           VALUES ($1, 'Old', 'production', 7, 'off', $2)`,
          [WORKSPACE, new Date(NOW).toISOString()],
        );
        await sql.query(
          `INSERT INTO bundles (workspace_id, revision, payload, signature, key_id)
           VALUES ($1, 7, '{}', 's', 'k')`,
          [WORKSPACE],
        );
        await sql.query(
          `INSERT INTO documents (workspace_id, kind, id, draft, draft_revision, updated_at, updated_by, published_version)
           VALUES ($1, 'guides', 'tour', '{}', 2, $2, $3, 2)`,
          [WORKSPACE, new Date(NOW).toISOString(), author],
        );
        for (const version of [1, 2]) {
          await sql.query(
            `INSERT INTO document_versions (workspace_id, kind, id, version, body, published_at, published_by)
             VALUES ($1, 'guides', 'tour', $2, '{}', $3, $4)`,
            [WORKSPACE, version, new Date(NOW + version).toISOString(), author],
          );
        }
      });
    await migrateAround(db, "publication", publishTwice);
    const [acts, bundles, documents] = await db.transaction(WORKSPACE, async (sql) => [
      await sql.query(
        "SELECT number, act, at, done_by, environment, version FROM document_acts ORDER BY number",
      ),
      await sql.query("SELECT environment, revision FROM bundles"),
      await sql.query("SELECT published_version, staging_version, review FROM documents"),
    ]);
    const act = { act: "published", done_by: author, environment: "production" };
    expect(acts).toEqual([1, 2].map((n) => ({ ...act, number: n, version: n, at: NOW + n })));
    expect(bundles).toEqual([{ environment: "production", revision: 7 }]);
    expect(documents).toEqual([{ published_version: 2, staging_version: null, review: "draft" }]);
    expect(await isForced(db, "document_versions")).toBe(true);
    await db.close();
  });
});
