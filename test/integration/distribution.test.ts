import { describe, expect, it } from "vitest";
import {
  distributionScript,
  REFERENCE_TABLES,
  tenantTables,
} from "../../server/db/distribution.ts";
import { ENGINES } from "../support/database.ts";
import { used } from "../support/messages.ts";
import { useServer } from "../support/server.ts";

/** Stand-ins for Citus, which write down what they were asked for. */
const STAND_INS = `
  CREATE TEMP TABLE asked (table_name text, column_name text, colocated text) ON COMMIT DROP;
  CREATE FUNCTION create_reference_table(name text) RETURNS void LANGUAGE sql
    AS 'INSERT INTO asked VALUES (name, NULL, NULL)';
  CREATE FUNCTION create_distributed_table(name text, by text, colocate_with text) RETURNS void LANGUAGE sql
    AS 'INSERT INTO asked VALUES (name, by, colocate_with)';`;

describe.each(ENGINES)("the set-up of a distributed database, on %s", (engine) => {
  const server = useServer(engine);

  it("R74: distributes every table there is, by workspace and together, and leaves security of rows forced", async () => {
    await server.send([used("save")]);
    const undo = new Error("everything is taken back");
    const tried = server.db.maintain(async (sql) => {
      const tables = await tenantTables(sql);
      await sql.run(STAND_INS);
      const script = distributionScript(tables, 'way"mark');
      expect(script).toContain('ALTER DATABASE "way""mark" SET citus.propagate_set_commands');
      const within = script.slice(script.indexOf("BEGIN;\n") + 7, script.indexOf("COMMIT;"));
      await sql.run(within);
      const asked = await sql.query<{ name: string; by: string | null; with: string | null }>(
        'SELECT table_name AS name, column_name AS by, colocated AS "with" FROM asked',
      );
      const [first] = tables;
      expect(asked).toEqual([
        ...REFERENCE_TABLES.map((name) => ({ name, by: null, with: null })),
        ...tables.map((name) => ({
          name,
          by: "workspace_id",
          with: name === first ? "none" : first,
        })),
      ]);
      expect(tables.length).toBeGreaterThan(40);
      const open = await sql.query(
        `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
           AND NOT relforcerowsecurity AND relname <> 'schema_migrations'`,
      );
      expect(open).toEqual([]);
      throw undo;
    });
    await expect(tried).rejects.toThrow(undo);
  });
});
