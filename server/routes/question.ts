import type * as z from "zod/mini";
import type { Sql } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { type QueryOf, type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

export interface Asked<Q> {
  workspace: string;
  /** What `:id` of the path stands for; empty where the path has none. */
  id: string;
  query: Q;
  /** Epoch ms. */
  now: number;
}

interface Question<Q extends z.ZodMiniType | undefined>
  extends Pick<Route, "path" | "summary" | "reply"> {
  query?: Q;
  /** What is answered, as JSON, from one moment of the database (R71 of docs/spec/delivery.md). */
  answer(sql: Sql, asked: Asked<QueryOf<Q>>): Promise<unknown>;
}

/** Makes routes on which whoever may read reports asks something, and nothing is changed. */
export function createQuestion({ db, clock }: Pick<Deps, "db" | "clock">) {
  return <Q extends z.ZodMiniType | undefined = undefined>({
    answer,
    ...description
  }: Question<Q>): Route =>
    route<Q>({
      ...description,
      method: "GET",
      access: "viewer",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const asked = { workspace, id, query: call.query, now: clock() };
        return { body: await db.read(workspace, (sql) => answer(sql, asked)) };
      },
    });
}
