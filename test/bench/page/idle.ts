import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { agentReady } from "../../e2e/agent-ready.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { AWAITED_ID, WAITING_PATH } from "./published.ts";
import type { BenchStage } from "./stage.ts";
import { marked, outermost, record, stretches, type TraceEvent } from "./trace.ts";

const ROUNDS = 2;
const IDLE_MS = 5_000;
/** Until what loading a page sets off has come to rest. */
const SETTLE_MS = 1_000;
/** A stretch in which the page itself does what the others are searched for. */
const PLANTED = "planted";

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
  const trace = await record(browser, "tasks", async () => {
    for (let n = 0; n < ROUNDS; n++) {
      for (const { label, url } of arms) {
        await page.goto(url);
        if (label !== "bare") await agentReady(page);
        await pause(SETTLE_MS);
        longTasks.get(label)?.push(await countLongTasks(page, label, () => pause(IDLE_MS)));
      }
    }
    if ((await countLongTasks(page, PLANTED, () => plant(page))) === 0) {
      throw new Error("long tasks are not noticed");
    }
  });
  if (stretches(trace, PLANTED).every((stretch) => countTimers(stretch) === 0)) {
    throw new Error("timers are not noticed");
  }
  await expectWaiting(page);
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

/** Runs `run` as a stretch of the trace; resolves with how many long tasks the page had meanwhile. */
async function countLongTasks(
  page: Page,
  label: string,
  run: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => {
    const world = globalThis as LongTaskWindow;
    world.longTasks = 0;
    new PerformanceObserver((list) => {
      world.longTasks += list.getEntries().length;
    }).observe({ type: "longtask" });
  });
  await marked(page, label, run);
  return page.evaluate(() => (globalThis as LongTaskWindow).longTasks);
}

/** A timer that fires into a long task. */
async function plant(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          const end = performance.now() + 100;
          while (performance.now() < end);
          setTimeout(resolve, 100);
        }, 10);
      }),
  );
}

/** The guide comes with its element; otherwise nothing was waiting, and idleness was no merit. */
async function expectWaiting(page: Page): Promise<void> {
  await page.evaluate((id) => {
    const element = document.createElement("p");
    element.id = id;
    element.textContent = "Awaited";
    document.body.append(element);
  }, AWAITED_ID);
  await page.locator("waymark-overlay").waitFor({ state: "attached" });
}

function countTimers(stretch: readonly TraceEvent[]): number {
  return stretch.filter(({ name }) => name === "TimerInstall" || name === "TimerFire").length;
}

/** Work of the main thread, in ms. */
function taskTime(stretch: readonly TraceEvent[]): number {
  const tasks = outermost(stretch.filter(({ name }) => name === "RunTask"));
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}
