import type { OwnerSql } from "./database.ts";

/** Small tables that are the same on every node. Everything else belongs to a workspace and lies where its other rows lie. */
export const REFERENCE_TABLES = ["workspaces", "credentials"] as const;
/** Tables of which only the coordinator knows. */
export const LOCAL_TABLES = ["schema_migrations"] as const;

/** The tables that are distributed by workspace, from the catalogue. */
export async function tenantTables(sql: OwnerSql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1::text[])
     ORDER BY relname`,
    [[...REFERENCE_TABLES, ...LOCAL_TABLES]],
  );
  return rows.map(({ name }) => name);
}

/**
 * What makes a distributed database (Citus) of one that is migrated, run once by the owner on the coordinator: R74 of
 * docs/spec/delivery.md. Security of rows holds for the owner too, so it is let go while rows are moved.
 */
export function distributionScript(tables: readonly string[], database: string): string {
  const [first, ...others] = tables;
  const all = [...REFERENCE_TABLES, ...tables];
  const distribute = (table: string, colocated: string) =>
    `SELECT create_distributed_table('${table}', 'workspace_id', colocate_with => '${colocated}');`;
  return [
    "-- Each transaction names its workspace by SET LOCAL, which has to reach the nodes.",
    `ALTER DATABASE "${database.replaceAll('"', '""')}" SET citus.propagate_set_commands = 'local';`,
    "SET citus.multi_shard_modify_mode = 'sequential';",
    "BEGIN;",
    ...all.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`),
    ...REFERENCE_TABLES.map((table) => `SELECT create_reference_table('${table}');`),
    ...(first === undefined ? [] : [distribute(first, "none")]),
    ...others.map((table) => distribute(table, first ?? "none")),
    ...all.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`),
    "COMMIT;",
    "",
  ].join("\n");
}
