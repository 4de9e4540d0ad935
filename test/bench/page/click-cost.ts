import { setTimeout as pause } from "node:timers/promises";
import { agentReady } from "../../e2e/agent-ready.ts";
import type { Figure } from "../bench.ts";
import { added } from "../statistics.ts";
import { type ClickCost, costsOf } from "./clicks.ts";
import type { BenchStage } from "./stage.ts";
import { placeTarget } from "./target.ts";
import { marked, record, stretches } from "./trace.ts";

const ROUNDS = 8;
const CLICKS = 50;
/** Time for what follows a click before the next. */
const PAUSE_MS = 25;
const BUDGET = { atMost: 0.2 };

/**
 * What the agent adds to a click that uses one of a hundred features: the same page with and without it in turns,
 * loaded anew for each, so that the first clicks of a page count too.
 */
export async function measureClickCost({
  browser,
  waymark,
  connected,
  bare,
}: BenchStage): Promise<Figure[]> {
  const page = await waymark.context.newPage();
  const round = async (label: string, url: string) => {
    await page.goto(`${url}/app/clicks`);
    if (url === connected) await agentReady(page);
    const target = await placeTarget(page);
    await marked(page, label, async () => {
      for (let n = 0; n < CLICKS; n++) {
        await target.click();
        await pause(PAUSE_MS);
      }
    });
  };
  const trace = await record(browser, "script", async () => {
    for (let n = 0; n < ROUNDS; n++) {
      await round("with", connected);
      await round("without", bare);
    }
  });
  await page.close();

  const costs = (label: string) => {
    const all = stretches(trace, label).flatMap(costsOf);
    if (all.length !== ROUNDS * CLICKS) {
      throw new Error(`the trace shows ${all.length} clicks instead of ${ROUNDS * CLICKS}`);
    }
    return all;
  };
  const withAgent = costs("with");
  const without = costs("without");
  const addedTo = (part: keyof ClickCost) =>
    added(
      withAgent.map((cost) => cost[part]),
      without.map((cost) => cost[part]),
    );
  const whole = (["cpu", "wall"] as const).flatMap((clock): Figure[] => [
    { name: `click.${clock}.p50`, value: addedTo(clock).p50, unit: "ms" },
    { name: `click.${clock}.p95`, value: addedTo(clock).p95, unit: "ms", budget: BUDGET },
  ]);
  const parts = (["listening", "writing"] as const).map(
    (part): Figure => ({ name: `click.cpu.${part}.p50`, value: addedTo(part).p50, unit: "ms" }),
  );
  return [...whole, ...parts];
}
