import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { agentReady } from "../../e2e/agent-ready.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { WAITING_PATH } from "./published.ts";
import type { BenchStage } from "./stage.ts";
import { marked, outermost, record, stretches, type TraceEvent } from "./trace.ts";

const ROUNDS = 3;
const IDLE_MS = 5_000;
/** Until what loading a page sets off has come to rest. */
const SETTLE_MS = 1_000;

type LongTaskWindow = typeof globalThis & { longTasks: number };

/** What a page does while nobody does anything: without the agent, with it, and while a guide waits for an element. */
export async function measureIdle({ waymark, browser, connected, bare }: BenchStage) {
  const page = await waymark.context.newPage();
  const arms = [
    { label: "bare", url: `${bare}/app/idle` },
    { label: "agent", url: `${connected}/app/idle` },
    { label: "waiting", url: connected + WAITING_PATH },
  ];
  const longTasks = new Map<string, number[]>(arms.map(({ label }) => [label, []]));
  const trace = await record(browser, async () => {
    for (let n = 0; n < ROUNDS; n++) {
      for (const { label, url } of arms) {
        await page.goto(url);
        if (label !== "bare") await agentReady(page);
        await pause(SETTLE_MS);
        await countLongTasks(page);
        await marked(page, label, () => pause(IDLE_MS));
        const count = await page.evaluate(() => (globalThis as LongTaskWindow).longTasks);
        longTasks.get(label)?.push(count);
      }
    }
  });
  await page.close();

  return arms.flatMap(({ label }): Figure[] => {
    const ours = label !== "bare";
    const timers = stretches(trace, label).map(countTimers);
    const busy = stretches(trace, label).map(taskTime);
    const long = median(longTasks.get(label) ?? []) - median(longTasks.get("bare") ?? []);
    return [
      {
        name: `idle.${label}.timers`,
        value: Math.max(...timers),
        unit: "in 5 s",
        ...(ours && { budget: { atMost: 0 } }),
      },
      ...(ours
        ? [
            {
              name: `idle.${label}.longTasks`,
              value: long,
              unit: "more than bare",
              budget: { atMost: 0 },
            },
          ]
        : []),
      { name: `idle.${label}.mainThread`, value: median(busy), unit: "ms in 5 s" },
    ];
  });
}

async function countLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const world = globalThis as LongTaskWindow;
    world.longTasks = 0;
    new PerformanceObserver((list) => {
      world.longTasks += list.getEntries().length;
    }).observe({ type: "longtask" });
  });
}

function countTimers(stretch: readonly TraceEvent[]): number {
  return stretch.filter(({ name }) => name === "TimerInstall" || name === "TimerFire").length;
}

/** Work of the main thread, in ms. */
function taskTime(stretch: readonly TraceEvent[]): number {
  const tasks = outermost(stretch.filter(({ name }) => name === "RunTask"));
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}
