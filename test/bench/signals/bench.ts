import type { Bench } from "../bench.ts";
import { setBenchStage } from "../page/stage.ts";
import { measureCost, measureRecompute } from "./cost.ts";
import { measureFunnel } from "./funnel.ts";
import { measureIngest } from "./ingest.ts";

export const signalsBench: Bench = {
  name: "signals",
  title: "What signals cost an event, whatever the length of the history",
  async run(say) {
    const figures = [...measureCost(say), ...measureRecompute(say), ...(await measureFunnel(say))];
    say("Events into the database of a real browser");
    const stage = await setBenchStage();
    try {
      return [...figures, ...(await measureIngest(stage))];
    } finally {
      await stage.end();
    }
  },
};
