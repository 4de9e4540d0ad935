import type { Page } from "@playwright/test";
import { createRandom, shuffled } from "../ratio.ts";
import { createThreadClock } from "../thread-clock.ts";
import { ARMS, type Arm, type Scene, setScene } from "./arms.ts";
import type { BenchPage } from "./pages.ts";
import type { BenchTour } from "./tour.ts";

/** Nobody reads a step faster. Whatever a tool does meanwhile is part of its work to the next step. */
const READING_MS = 250;

/** Times of one tool in one page, ms, in the order in which they were measured. */
export type Times = Record<Arm, Record<Part, number[]>>;

/** Until a step is painted, by the clock and by what the main thread worked for it. */
export type Part = "open" | "next" | "openWork" | "nextWork";

export function noTimes(): Times {
  const none = () => ({ open: [], next: [], openWork: [], nextWork: [] });
  return { waymark: none(), found: none(), driver: none(), joyride: none() };
}

/** Due to painted and step to step of all tools in one page, by turns in random order, after one turn that does not count. */
export async function measureTimes(
  page: Page,
  where: BenchPage,
  { rounds, animated }: { rounds: number; animated: boolean },
): Promise<Times> {
  const random = createRandom(rounds);
  const scene = await setScene(page, where);
  const times = noTimes();
  for (let round = -1; round < rounds; round++) {
    const phase = ((round + rounds) % rounds) / rounds;
    for (const arm of shuffled(ARMS, random)) {
      const tour = { targets: where.targets, animated };
      const { open, next } = await playOnce(scene, arm, tour, phase);
      if (round < 0) continue;
      times[arm].open.push(open);
      times[arm].next.push(next);
    }
  }
  const worked = await createThreadClock(page);
  for (let round = 0; round < rounds / 2; round++) {
    for (const arm of shuffled(ARMS, random)) {
      const begin = await worked();
      await scene.call(arm, "open", { targets: where.targets, animated }, 0);
      const middle = await worked();
      await read(page);
      await scene.call(arm, "next", 0);
      times[arm].openWork.push(middle - begin);
      times[arm].nextWork.push((await worked()) - middle);
      await stop(scene, arm);
    }
  }
  return times;
}

/** The first guide of a page that was just loaded, with the time that the tool's scripts take to come to life. */
export async function measureFirst(page: Page, where: BenchPage, rounds: number): Promise<Times> {
  const random = createRandom(rounds);
  const times = noTimes();
  for (let round = 0; round < rounds; round++) {
    for (const arm of shuffled(["waymark", "driver", "joyride"] as const, random)) {
      const scene = await setScene(page, where);
      const tour = { targets: where.targets, animated: false };
      const { open } = await playOnce(scene, arm, tour, round / rounds);
      times[arm].open.push(scene.loaded[arm] + open);
    }
  }
  return times;
}

async function playOnce(
  scene: Scene,
  arm: Arm,
  tour: BenchTour,
  phase: number,
): Promise<{ open: number; next: number }> {
  const open = await scene.call(arm, "open", tour, phase);
  await read(scene.page);
  const next = await scene.call(arm, "next", phase);
  await stop(scene, arm);
  return { open, next };
}

/** The same for all tools: the person has the step before them, and the page its peace. */
async function read(page: Page): Promise<void> {
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), READING_MS);
}

/** What a tool still does at its end is not the next one's. */
async function stop({ page, call }: Scene, arm: Arm): Promise<void> {
  await call(arm, "stop");
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
