import fc from "fast-check";
import type { Engine } from "./engine.ts";
import { logs } from "./logs.ts";
import type { Mode } from "./modes.ts";
import { forEngine } from "./sql.ts";
import type { Stored } from "./stored.ts";

export interface Amount {
  definitions: number;
  /** For each definition. */
  logs: number;
  seed: number;
}

export interface Compared {
  cases: number;
  /** Where the engine found something. */
  positive: number;
  wrong: number;
  stored: Stored["cases"];
}

/** Asks an engine and us the same; prints the first three disagreements. */
export async function compare(engine: Engine, mode: Mode, amount: Amount): Promise<Compared> {
  const result: Compared = { cases: 0, positive: 0, wrong: 0, stored: [] };
  const { seed } = amount;
  const definitions = fc.sample(mode.definitions, { seed, numRuns: amount.definitions });
  for (const [n, definition] of definitions.entries()) {
    const random = fc.sample(logs, { seed: seed + n, numRuns: amount.logs });
    const parts = random.map((log) => mode.part?.(definition, log) ?? log);
    const sql = forEngine(mode.sql(definition), engine.time);
    const answers = (await engine.ask(sql, parts)).map((answer = 0) => answer);
    for (const [at, log] of parts.entries()) {
      const theirs = answers[at] ?? 0;
      const ours = mode.ours(definition, log);
      result.cases += 1;
      if (theirs > 0) result.positive += 1;
      if (ours === theirs) continue;
      result.wrong += 1;
      if (result.wrong > 3) continue;
      console.log(`  ${JSON.stringify(definition)}\n    ${log}`);
      console.log(`    ${sql} says ${theirs}, Waymark ${ours}`);
    }
    const known = parts.map((log, at) => [log, answers[at] ?? 0]);
    result.stored.push({ mode: mode.name, definition, answers: Object.fromEntries(known) });
  }
  return result;
}
