import { decideAll } from "../../../lib/decide/decide.ts";
import type { Facts } from "../../../lib/decide/facts.ts";
import type { Bench, Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { keptFacts, PUBLISHED, recomputedFacts } from "./workload.ts";

const ROUNDS = 300;

/** What a decision costs once its facts are read: for all guides, from answers that are kept, and by recomputing them. */
export const decideBench: Bench = {
  name: "decide",
  title: "100 guides decided for a person with 10 000 events",
  async run(say) {
    const [kept, recomputed] = [keptFacts(), recomputedFacts()].map((facts) =>
      JSON.stringify(decideAll(PUBLISHED, facts)),
    );
    if (kept !== recomputed) throw new Error("kept and recomputed answers decide differently");
    say(`${ROUNDS} decisions each way`);
    // One after the other: what recomputing leaves behind would be swept up on the other's time.
    const rounds = (facts: () => Facts) => Array.from({ length: ROUNDS }, () => timeOf(facts));
    const before = process.cpuUsage();
    const keptTimes = rounds(keptFacts);
    const { user, system } = process.cpuUsage(before);
    const times = { kept: keptTimes, recomputed: rounds(recomputedFacts) };
    const figure = (name: string, value: number, unit = "ms"): Figure => ({ name, value, unit });
    const p95 = quantile(times.kept, 0.95);
    return [
      figure("decide.kept.p50", quantile(times.kept, 0.5)),
      { ...figure("decide.kept.p95", p95), budget: { atMost: 1 } },
      figure("decide.kept.cpu", (user + system) / 1000 / ROUNDS),
      figure("decide.recomputed.p50", quantile(times.recomputed, 0.5)),
      figure("decide.recomputed.p95", quantile(times.recomputed, 0.95)),
      figure("decide.speedUp", quantile(times.recomputed, 0.5) / quantile(times.kept, 0.5), "×"),
    ];
  },
};

/** Facts are made anew each time, as after each waking of the worker. */
function timeOf(facts: () => Facts): number {
  const start = performance.now();
  decideAll(PUBLISHED, facts());
  return performance.now() - start;
}
