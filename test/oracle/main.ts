import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { ROOT } from "../support/build.ts";
import { openEngine } from "./engine.ts";
import { logs } from "./logs.ts";
import { MODES } from "./modes.ts";
import { ONLY_CLICKHOUSE, ONLY_WAYMARK } from "./only.ts";
import { STORED, type Stored } from "./stored.ts";

/**
 * `npm run test:oracle`: random logs, the same questions to ClickHouse and to us. Fails on a single disagreement.
 * `-- --store` also writes the answers that the unit tests compare with; `--seed` repeats a run.
 */
const { values } = parseArgs({
  options: { store: { type: "boolean" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
const [definitionsPerMode, logsPerDefinition] = values.store ? [20, 8] : [100, 100];

const engine = await openEngine();
console.log(`ClickHouse ${engine.version}, seed ${seed}\n`);
const stored: Stored = { clickhouse: engine.version, cases: [] };
let disagreements = 0;
let asked = 0;
for (const mode of MODES) {
  let [cases, positive, wrong] = [0, 0, 0];
  for (const [n, definition] of fc
    .sample(mode.definitions, { seed, numRuns: definitionsPerMode })
    .entries()) {
    const random = fc.sample(logs, { seed: seed + n, numRuns: logsPerDefinition });
    const parts = random.map((log) => mode.part?.(definition, log) ?? log);
    const answers = await engine.ask(mode.sql(definition), parts);
    const known: [string, number][] = [];
    for (const [at, log] of parts.entries()) {
      const theirs = answers[at] ?? 0;
      const ours = mode.ours(definition, log);
      cases += 1;
      if (theirs > 0) positive += 1;
      known.push([log, theirs]);
      if (ours === theirs) continue;
      wrong += 1;
      if (wrong > 3) continue;
      console.log(`  ${mode.name}: ${JSON.stringify(definition)}\n    ${log}`);
      console.log(`    ${mode.sql(definition)} says ${theirs}, Waymark ${ours}`);
    }
    stored.cases.push({ mode: mode.name, definition, answers: Object.fromEntries(known) });
  }
  const line = [
    `${cases} cases`.padStart(13),
    `${positive} not 0`.padStart(13),
    `${wrong} disagree`,
  ];
  console.log(`${mode.name.padEnd(42)}${line.join("  ")}`);
  disagreements += wrong;
  asked += cases;
}
await engine.close();
console.log(`\n${asked} cases, ${disagreements} disagreements`);
console.log(`\nOnly ClickHouse can say:\n${ONLY_CLICKHOUSE.map((one) => `- ${one}\n`).join("")}`);
console.log(`Only Waymark can say:\n${ONLY_WAYMARK.map((one) => `- ${one}\n`).join("")}`);
if (values.store && disagreements === 0) {
  await writeFile(join(ROOT, STORED), `${JSON.stringify(stored)}\n`);
  console.log(`stored in ${STORED}`);
}
process.exitCode = disagreements > 0 ? 1 : 0;
