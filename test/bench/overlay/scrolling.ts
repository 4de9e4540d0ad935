import type { Browser, Page } from "@playwright/test";
import { marked, outermost, record, stretches, type TraceEvent } from "../page/trace.ts";
import { createRandom, shuffled } from "../ratio.ts";
import { type Arm, setScene } from "./arms.ts";
import type { BenchPage } from "./pages.ts";

export const SCROLLED = ["bare", "waymark", "driver", "joyride"] as const;
type Scrolled = (typeof SCROLLED)[number];

const FRAMES = 60;
/** What the target is scrolled each frame, px; it turns round in time to stay in view. */
const STEP_PX = 5;
const TURN_FRAMES = 15;

/** What scrolling costs beside a shown step, in the order of the frames. */
export interface Scrolling {
  /** Work of the main thread in each frame, ms. */
  work: number[];
  /** From one frame to the next, ms. */
  gaps: number[];
  /** How far the spotlight is off its element in each frame, px. */
  off: number[];
}

/** Scrolls around the first target by turns in random order: without any tool, and with each of them at its first step. */
export async function measureScrolling(
  browser: Browser,
  page: Page,
  where: BenchPage & { scroller: string },
  rounds: number,
): Promise<Record<Scrolled, Scrolling>> {
  const none = (): Scrolling => ({ work: [], gaps: [], off: [] });
  const costs = { bare: none(), waymark: none(), driver: none(), joyride: none() };
  const random = createRandom(rounds);
  const { call } = await setScene(page, where);
  const tour = { targets: where.targets, animated: false };
  const open = async (arm: Arm) => {
    await call(arm, "open", tour, 0);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  };
  const trace = await record(browser, "tasks", async () => {
    for (let round = 0; round < rounds; round++) {
      for (const arm of shuffled(SCROLLED, random)) {
        if (arm !== "bare") await open(arm);
        await marked(page, arm, async () => {
          costs[arm].gaps.push(...(await scroll(page, where.scroller)));
        });
        if (arm !== "bare") await call(arm, "stop");
      }
    }
  });
  for (const arm of SCROLLED) {
    const all = stretches(trace, arm);
    costs[arm].work.push(...all.flatMap(workByFrame));
    if (arm === "bare") continue;
    // Looking costs something too, so it has a turn of its own.
    await open(arm);
    await call(arm, "watchOff");
    await scroll(page, where.scroller);
    costs[arm].off.push(...(await call(arm, "stopWatching")));
    await call(arm, "stop");
  }
  return costs;
}

/** Resolves with the times between frames, ms. */
export function scroll(page: Page, scroller: string): Promise<number[]> {
  return page.evaluate(
    ([selector, frames, step, turn]) =>
      new Promise<number[]>((resolve) => {
        const region = document.querySelector(selector);
        if (!region) throw new Error(`nothing matches ${selector}`);
        const gaps: number[] = [];
        const { port1, port2 } = new MessageChannel();
        let last = 0;
        let count = 0;
        region.scrollTop = 0;
        const frame = (now: number) => {
          if (last > 0) gaps.push(now - last);
          last = now;
          port2.postMessage(0);
        };
        // Between two frames, as the browser itself scrolls for a person.
        port1.onmessage = () => {
          region.scrollTop += Math.floor(count / turn) % 2 === 0 ? step : -step;
          if (count++ < frames) requestAnimationFrame(frame);
          else {
            port1.close();
            resolve(gaps);
          }
        };
        requestAnimationFrame(frame);
      }),
    [scroller, FRAMES, STEP_PX, TURN_FRAMES] as const,
  );
}

/** Main thread's work from the begin of each frame to that of the next, ms. */
function workByFrame(stretch: readonly TraceEvent[]): number[] {
  const tasks = outermost(stretch.filter(({ name }) => name === "RunTask"));
  const frames = stretch.filter(({ name }) => name === "FireAnimationFrame");
  const work: number[] = [];
  let current: number | undefined;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const begins = frames.some((frame) => frame.ts >= ts && frame.ts < ts + dur);
    if (begins) {
      if (current !== undefined) work.push(current);
      current = 0;
    }
    if (current !== undefined) current += tdur / 1000;
  }
  return work;
}
