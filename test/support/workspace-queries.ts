import type { Database, Sql } from "../../server/db/database.ts";
import { tenantTables } from "../../server/db/distribution.ts";

/**
 * The same database, which refuses statements that a distributed one could not send to one node: each table of a workspace
 * that a statement reads or writes has to be held to `workspace_id` in it (R15 of docs/spec/delivery.md). As coarse as counting the two.
 */
export async function asksByWorkspace(db: Database): Promise<Database> {
  const names = (await db.maintain(tenantTables)).join("|");
  const tables = new RegExp(`\\b(FROM|JOIN|INTO|UPDATE)\\s+(${names})\\b`, "gi");
  const checked = (sql: Sql): Sql => ({
    query(text, params) {
      const asked = text.match(tables) ?? [];
      const held = text.match(/\bworkspace_id\b/g) ?? [];
      if (asked.length > held.length) {
        throw new Error(`R15: not every table of this statement is held to a workspace: ${text}`);
      }
      return sql.query(text, params);
    },
  });
  return {
    ...db,
    transaction: (workspace, work) => db.transaction(workspace, (sql) => work(checked(sql))),
    read: (workspace, work) => db.read(workspace, (sql) => work(checked(sql))),
    erase: (workspace, work) => db.erase(workspace, (sql) => work(checked(sql))),
  };
}
