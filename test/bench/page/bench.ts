import type { Bench, Figure } from "../bench.ts";
import { measureClickCost } from "./click-cost.ts";
import { measureDurability } from "./durable.ts";
import { measureIdle } from "./idle.ts";
import { measureSizes } from "./sizes.ts";
import { type BenchStage, setBenchStage } from "./stage.ts";

const PARTS: readonly [string, (stage: BenchStage) => Promise<Figure[]>][] = [
  ["What the agent adds to a click", measureClickCost],
  ["Click to durable", measureDurability],
  ["Idle pages", measureIdle],
];

export const pageBench: Bench = {
  name: "page",
  title: "What Waymark costs the pages it runs in, and how it keeps up with what happens there",
  async run(say) {
    say("Sizes");
    const figures = await measureSizes();
    const stage = await setBenchStage();
    try {
      for (const [title, measure] of PARTS) {
        say(title);
        figures.push(...(await measure(stage)));
      }
    } finally {
      await stage.end();
    }
    return figures;
  },
};
