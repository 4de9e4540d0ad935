import { describe, expect, it } from "vitest";
import type { Sql } from "../../server/db/database.ts";
import { accountReview } from "../../server/query/account-review.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("lookups on %s", (engine) => {
  const server = useServer(engine);

  it("R77: an account's review finds the days of its people by key, also where rows are hidden from a role", async () => {
    await accountsOf(server).put("acme", {});
    const { workspace } = server.home;
    const plans: string[] = [];
    await server.db.transaction(workspace, async (sql) => {
      // Tables are small here, and going over them would be chosen.
      await sql.query("SET LOCAL enable_seqscan = off");
      const explaining: Sql = {
        async query(text, params) {
          if (text.includes("person_days")) {
            const lines = await sql.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, params);
            plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
          }
          return sql.query(text, params);
        },
      };
      await accountReview(explaining, workspace, "acme", { weeks: 4, now: NOW });
    });
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/person_days_pkey[^\n]*\n\s+Index Cond: [^\n]*day =/);
  });
});
