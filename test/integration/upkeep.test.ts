import { describe, expect, it } from "vitest";
import { lookAfter } from "../../server/db/upkeep.ts";
import { ENGINES } from "../support/database.ts";
import { useServer } from "../support/server.ts";

const TABLE = "public.packed_people";

describe.each(ENGINES)("upkeep on %s", (engine) => {
  const server = useServer(engine);

  const sizeOf = () =>
    server.db.maintain(async (sql) => {
      const [size] = await sql.query<{ pages: number; rows: number }>(
        `SELECT pg_relation_size($1::regclass) / 8192 AS pages, reltuples AS rows FROM pg_class WHERE oid = $1::regclass`,
        [TABLE],
      );
      return size ?? { pages: 0, rows: 0 };
    });

  it("R79: a table that grew is counted anew, once, and room of what was deleted is free again", async () => {
    const { workspace } = server.home;
    await lookAfter(server.db);
    await server.db.transaction(workspace, (sql) =>
      sql.query(
        `INSERT INTO packed_people (workspace_id, anonymous, person, number)
         SELECT $1::uuid, false, n || repeat('x', 200), n FROM generate_series(1, 6000) AS n`,
        [workspace],
      ),
    );
    expect(await lookAfter(server.db)).toContain(TABLE);
    const grown = await sizeOf();
    expect(grown.rows).toBe(6000);
    expect(await lookAfter(server.db)).not.toContain(TABLE);
    if (!server.db.vacuum) return;
    await server.db.maintain(async (sql) => {
      await sql.query("DELETE FROM packed_people");
      // What a transaction changed is told at its end, but at most once a second unless asked for.
      await sql.query("SELECT pg_stat_force_next_flush()");
    });
    expect(await lookAfter(server.db)).toContain(TABLE);
    expect((await sizeOf()).pages).toBe(0);
  });
});
