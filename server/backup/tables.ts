import type { OwnerSql } from "../db/database.ts";

/** What migrations keep of themselves: a restored database has it of its own. */
const OWN = "schema_migrations";

interface Table {
  name: string;
  /** Tables that its rows refer to. */
  after: string[];
}

/** Every table with data, those that others refer to before them. From the catalogue, so that none is forgotten. */
export async function dataTables(sql: OwnerSql): Promise<string[]> {
  const tables = await sql.query<Table>(
    `SELECT c.relname AS name, coalesce((
       SELECT jsonb_agg(DISTINCT t.relname) FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '[]') AS after
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> $1
     ORDER BY c.relname`,
    [OWN],
  );
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, after }) => !ordered.includes(name) && after.every((one) => ordered.includes(one)),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    ordered.push(...next.map(({ name }) => name));
  }
  return ordered;
}
