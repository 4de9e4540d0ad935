import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../support/build.ts";
import { compare } from "./compare.ts";
import { openEngine } from "./engine.ts";
import { MODES } from "./modes.ts";
import { openOldEngine } from "./old-engine.ts";
import { ONLY_CLICKHOUSE, ONLY_WAYMARK } from "./only.ts";
import { STORED, type Stored } from "./stored.ts";

/**
 * `npm run test:oracle`: random logs, the same questions to ClickHouse, today's and an old one, and to us. Fails on a
 * single disagreement. `-- --store` also writes the answers that the unit tests compare with; `--seed` repeats a run.
 */
const { values } = parseArgs({
  options: { store: { type: "boolean" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
const amount = values.store
  ? { definitions: 20, logs: 8, seed }
  : { definitions: 100, logs: 100, seed };

const stored: Stored = { clickhouse: [], cases: [] };
const total = { cases: 0, wrong: 0 };
const known = new Set<string>();
for (const [which, open] of [
  ["today's", openEngine],
  ["old", openOldEngine],
] as const) {
  const engine = await open();
  if (!engine) {
    console.log("\nDebian's ClickHouse 18.16 is not to be had here.");
    continue;
  }
  console.log(`\nClickHouse ${engine.version} (${engine.name}), seed ${seed}\n`);
  stored.clickhouse.push(engine.version);
  try {
    for (const mode of MODES.filter(({ only = which }) => only === which)) {
      const { cases, positive, wrong, stored: answers } = await compare(engine, mode, amount);
      const counts = [`${cases} cases`, `${positive} not 0`].map((text) => text.padStart(12));
      console.log(`${mode.name.padEnd(42)}${counts.join("")}  ${wrong} disagree`);
      total.cases += cases;
      total.wrong += wrong;
      if (!known.has(mode.name)) stored.cases.push(...answers);
      known.add(mode.name);
    }
  } finally {
    await engine.close();
  }
}
console.log(`\n${total.cases} cases, ${total.wrong} disagreements`);
console.log(`\nOnly ClickHouse can say:\n${ONLY_CLICKHOUSE.map((one) => `- ${one}\n`).join("")}`);
console.log(`Only Waymark can say:\n${ONLY_WAYMARK.map((one) => `- ${one}\n`).join("")}`);
if (values.store && total.wrong === 0 && known.size === MODES.length) {
  await writeFile(join(ROOT, STORED), `${JSON.stringify(stored)}\n`);
  console.log(`stored in ${STORED}`);
}
process.exitCode = total.wrong > 0 ? 1 : 0;
