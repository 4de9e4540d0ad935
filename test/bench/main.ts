import { parseArgs } from "node:util";
import type { Bench, BenchOptions } from "./bench.ts";
import { decideBench } from "./decide/bench.ts";
import { editorBench } from "./editor/bench.ts";
import { locatingBench } from "./locating/bench.ts";
import { overlayBench } from "./overlay/bench.ts";
import { pageBench } from "./page/bench.ts";
import { jsonOf, tableOf } from "./report.ts";
import { serverBench } from "./server/bench.ts";
import { signalsBench } from "./signals/bench.ts";

/** `npm run bench`: all benches, or `npm run bench -- page` for one. A budget that is not kept is no failure. */
const BENCHES: readonly Bench[] = [
  pageBench,
  decideBench,
  locatingBench,
  overlayBench,
  signalsBench,
  editorBench,
  serverBench,
];

async function main(names: readonly string[], options: BenchOptions): Promise<void> {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = BENCHES.map(({ name }) => name).join(", ");
    throw new Error(`There is no bench "${unknown}"; there is ${known}.`);
  }
  for (const bench of BENCHES) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    console.log(`\n${bench.name}: ${bench.title}\n`);
    const figures = await bench.run((line) => console.log(`  ${line} …`), options);
    console.log(`\n${tableOf(figures)}\n`);
    console.log(jsonOf(bench, figures, new Date()));
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string" },
    accounts: { type: "string" },
    data: { type: "string" },
    only: { type: "string" },
  },
});
await main(positionals, values);
