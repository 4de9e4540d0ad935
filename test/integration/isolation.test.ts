import { describe, expect, it } from "vitest";
import type { Database } from "../../server/db/database.ts";
import { LOCAL_TABLES, REFERENCE_TABLES } from "../../server/db/distribution.ts";
import { DRIFT_LIMITS } from "../../server/drift/limits.ts";
import { pauseIfVanished } from "../../server/drift/pause.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { fillAccounts } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { anchored, feature as featureOf, guide, publish, put } from "../support/documents.ts";
import { fillHealth } from "../support/health.ts";
import {
  at,
  FOUND,
  guided,
  identified,
  MISS,
  signalled,
  used,
  viewed,
} from "../support/messages.ts";
import { png } from "../support/picture.ts";
import { fillPlaybooks } from "../support/playbooks.ts";
import { NOW, useServer } from "../support/server.ts";

const REFERENCE: readonly string[] = [...REFERENCE_TABLES, ...LOCAL_TABLES];

const TABLES = `
  SELECT c.oid, c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced
  FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
  ORDER BY c.relname`;

/** Offenders of the rules for a database that is distributed by workspace; each query should find none. */
const OFFENDERS: Record<string, string> = {
  "a tenant table without a NOT NULL uuid workspace_id": `
    SELECT t.name FROM tenant t WHERE NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'workspace_id'
        AND a.atttypid = 'uuid'::regtype AND a.attnotnull)`,
  "a tenant table without primary key": `
    SELECT t.name FROM tenant t
    WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,
  "a key or index that does not begin with workspace_id": `
    SELECT i.indexrelid::regclass::text AS name FROM tenant t JOIN pg_index i ON i.indrelid = t.oid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'workspace_id'
    WHERE i.indkey[0] <> a.attnum`,
  "a foreign key between tenant tables without workspace_id, or from a global table to one": `
    SELECT f.conname AS name FROM pg_constraint f JOIN tenant target ON target.oid = f.confrelid
    LEFT JOIN tenant t ON t.oid = f.conrelid
    LEFT JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attname = 'workspace_id'
    WHERE f.contype = 'f' AND (t.oid IS NULL OR f.conkey[1] <> a.attnum)`,
  "a table of which a node would have to ask another: a global table that refers to a local one": `
    SELECT f.conname AS name FROM pg_constraint f JOIN pg_class target ON target.oid = f.confrelid
    WHERE f.contype = 'f' AND target.relname = 'schema_migrations'`,
  "a serial or identity column": `
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attidentity <> '' AND c.relnamespace = 'public'::regnamespace`,
  "a trigger, a rule or inheritance": `
    SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT r.rulename FROM pg_rewrite r JOIN tenant t ON t.oid = r.ev_class
    UNION ALL
    SELECT inhrelid::regclass::text FROM pg_inherits i JOIN tenant t ON t.oid = i.inhrelid`,
  "a deferrable or exclusion constraint": `
    SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND (condeferrable OR contype = 'x')`,
  "an index that is not a btree": `
    SELECT i.relname AS name FROM pg_class i JOIN pg_am m ON m.oid = i.relam
    WHERE i.relkind = 'i' AND i.relnamespace = 'public'::regnamespace AND m.amname <> 'btree'`,
};

const tablesOf = (db: Database) =>
  db.maintain((sql) => sql.query<{ name: string; forced: boolean }>(TABLES));

describe.each(ENGINES)("isolation on %s", (engine) => {
  const server = useServer(engine);

  const tenantTables = async () =>
    (await tablesOf(server.db)).map(({ name }) => name).filter((name) => !REFERENCE.includes(name));

  it("R14: row-level security is forced on every table with data of a workspace", async () => {
    const open = (await tablesOf(server.db)).filter(({ forced }) => !forced);
    expect(open.map(({ name }) => name)).toEqual(["schema_migrations"]);
  });

  it.each(Object.entries(OFFENDERS))("R15: there is not %s", async (_, query) => {
    const found = await server.db.maintain((sql) =>
      sql.query(
        `WITH tenant AS (SELECT * FROM (${TABLES}) t WHERE name <> ALL ($1::text[])) ${query}`,
        [REFERENCE],
      ),
    );
    expect(found).toEqual([]);
  });

  it("R15: every tenant table can be partitioned by workspace", async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThan(10);
    await server.db.maintain(async (sql) => {
      for (const table of tables) {
        await sql.run(`CREATE TABLE part_${table} (LIKE ${table} INCLUDING INDEXES)
          PARTITION BY HASH (workspace_id); DROP TABLE part_${table}`);
      }
    });
  });

  it("R14: the application sees and writes one workspace, and none without being told which", async () => {
    const { home } = server;
    await put(server, "features", featureOf("save"));
    await publish(server, "features", "save");
    await server.send([
      used("save"),
      signalled("s", true),
      viewed("lift", "guide"),
      guided("target_missing", { guide: "g", version: 1, step: "s", target: MISS }),
      guided("step_shown", { guide: "h", version: 1, step: "s", target: FOUND }),
      guided("answered", { guide: "h", version: 1, step: "s", answer: { type: "nps", value: 9 } }),
      identified("ann", {}, { context: { groupId: "acme" } }),
    ]);
    await put(server, "guides", guide("g", { trigger: { start: "auto" }, steps: [anchored("s")] }));
    await publish(server, "guides", "g");
    await server.db.transaction(home.workspace, (sql) =>
      pauseIfVanished(
        sql,
        { workspace: home.workspace, guide: "g", at: NOW },
        { ...DRIFT_LIMITS, people: 1 },
      ),
    );
    await server.ask("/v1/identity-keys", {
      method: "POST",
      as: home.adminToken,
      body: { id: "k", algorithm: "HS256" },
    });
    await server.ask("/v1/assets", { method: "POST", as: home.adminToken, body: png(1, 1) });
    await server.ask("/v1/privacy/delete", {
      method: "POST",
      as: home.adminToken,
      body: { of: { user: "nobody" } },
    });
    await server.ask("/v1/forwards/out", {
      method: "PUT",
      as: home.adminToken,
      body: { kind: "segment", url: "http://127.0.0.1:9" },
    });
    await fillAccounts(server);
    await server.ask("/v1/settings/revenue-targets", {
      method: "PUT",
      as: home.adminToken,
      body: { grr: 0.9, nrr: 1.1 },
    });
    await fillHealth(server);
    await fillPlaybooks(server);
    await server.send([used("save", at(NOW))]);
    await packDays(server, home.workspace);
    await server.send([used("save", { userId: "late", ...at(NOW - 86_400_000) })]);
    const other = await server.newWorkspace();
    const own: Record<string, number> = { signing_keys: 2, bundles: 1 };
    for (const table of await tenantTables()) {
      const count = (workspace: string) =>
        server.db.transaction(workspace, (sql) => sql.query(`SELECT * FROM ${table}`));
      expect((await count(home.workspace)).length, `${table} at home`).toBeGreaterThan(0);
      expect((await count(other.workspace)).length, table).toBe(own[table] ?? 0);
      const copied = server.db.transaction(home.workspace, async (sql) => {
        const [row] = await sql.query(`SELECT * FROM ${table} LIMIT 1`);
        await sql.query(
          `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
          [JSON.stringify({ ...toJson(row), workspace_id: other.workspace })],
        );
      });
      await expect(copied, `insert into ${table} of another`).rejects.toThrow(
        table === "erasures" ? /permission denied/ : /row-level security/,
      );
      for (const text of [
        `UPDATE ${table} SET workspace_id = workspace_id WHERE workspace_id = '${home.workspace}'`,
        `DELETE FROM ${table} WHERE workspace_id = '${home.workspace}'`,
      ]) {
        const before = (await count(home.workspace)).length;
        const tried = server.db.transaction(other.workspace, (sql) =>
          sql.query(`${text} RETURNING 1`),
        );
        const touched = await tried.catch((error: Error) => error.message);
        if (typeof touched === "string") expect(touched, text).toContain("permission denied");
        else expect(touched, text).toEqual([]);
        expect((await count(home.workspace)).length, text).toBe(before);
      }
    }
    const without = await server.db.maintain(async (sql) => {
      await sql.run("SET LOCAL ROLE waymark_app");
      return sql.query("SELECT * FROM events UNION ALL SELECT * FROM events");
    });
    expect(without).toEqual([]);
  });

  it("R14: the gate learns which workspace a key belongs to, and nothing else", async () => {
    const asGate = (text: string) => server.db.transaction(null, (sql) => sql.query(text));
    expect((await asGate("SELECT workspace_id FROM credentials")).length).toBeGreaterThan(0);
    for (const text of [
      "SELECT name FROM credentials",
      "SELECT name FROM workspaces",
      "SELECT * FROM events",
      "SELECT * FROM signing_keys",
    ]) {
      await expect(asGate(text), text).rejects.toThrow(/permission denied/);
    }
  });

  it("R41: the eraser sees one workspace, and can neither make events nor touch what is published", async () => {
    const { home } = server;
    await server.send([used("save", { userId: "ann" })]);
    const other = await server.newWorkspace();
    const asEraser = (workspace: string, text: string) =>
      server.db.erase(workspace, (sql) => sql.query(text));
    expect((await asEraser(home.workspace, "SELECT 1 FROM events")).length).toBeGreaterThan(0);
    expect(await asEraser(other.workspace, "SELECT 1 FROM events")).toEqual([]);
    expect(await asEraser(other.workspace, "DELETE FROM events RETURNING 1")).toEqual([]);
    for (const text of [
      "INSERT INTO events SELECT * FROM events",
      "SELECT * FROM documents",
      "SELECT * FROM credentials",
      "DELETE FROM accounts",
      "DELETE FROM erasures",
      "DELETE FROM privacy_acts",
    ]) {
      await expect(asEraser(home.workspace, text), text).rejects.toThrow(/permission denied/);
    }
  });

  it("R18, R64: neither events nor published versions nor history can be changed or removed by the application", async () => {
    for (const text of [
      "UPDATE events SET person = 'x'",
      "DELETE FROM events",
      "UPDATE document_versions SET body = '{}'",
      "DELETE FROM document_versions",
      "UPDATE document_acts SET act = 'approved'",
      "DELETE FROM document_acts",
      "UPDATE account_changes SET after = NULL",
      "DELETE FROM account_changes",
      "DELETE FROM account_records",
      "UPDATE playbook_acts SET act = 'paused'",
      "DELETE FROM playbook_acts",
      "UPDATE health_definitions SET body = '{}'",
      "DELETE FROM account_health_days",
      "UPDATE audit_log SET route = '/'",
      "DELETE FROM audit_log",
      "DELETE FROM churn_signals",
      "DELETE FROM risk_cases",
    ]) {
      const tried = server.db.transaction(server.home.workspace, (sql) => sql.query(text));
      await expect(tried, text).rejects.toThrow(/permission denied/);
    }
  });
});

/** Times come as milliseconds; the database reads them back as text. */
function toJson(row: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [
      name,
      /(^|_)(at|since|from|until)$/.test(name) && typeof value === "number"
        ? new Date(value).toISOString()
        : value,
    ]),
  );
}
