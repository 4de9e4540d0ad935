import type { Page } from "@playwright/test";
import { createThreadClock } from "../thread-clock.ts";

/** Times of many inputs, ms: until the next frame was painted, and what the main thread worked for each. */
export interface Latency {
  paint: number[];
  work: number;
  /** Tasks of the main thread over 50 ms. */
  long: number;
}

interface Watch {
  paints: number[];
  long: number;
  done: Promise<void>;
}

/** Before anything is measured; notices every key and turn of the wheel from its own time stamp on. */
export async function watchInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { paints: [], long: 0, done: Promise.resolve() };
    Object.assign(window, { watch });
    const act = ({ timeStamp }: Event) => {
      watch.done = new Promise((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            watch.paints.push(performance.now() - timeStamp);
            port1.close();
            resolve();
          };
          port2.postMessage(0);
        }),
      );
    };
    for (const type of ["keydown", "wheel"])
      window.addEventListener(type, act, { capture: true, passive: true });
    new PerformanceObserver((list) => {
      watch.long += list.getEntries().length;
    }).observe({ type: "longtask" });
  });
}

/** `act` is done so often, each time after the frame of the one before. */
export async function latencyOf(
  page: Page,
  times: number,
  act: (time: number) => Promise<void>,
): Promise<Latency> {
  const worked = await createThreadClock(page);
  await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    Object.assign(watch, { paints: [], long: 0 });
  });
  const before = await worked();
  for (let time = 0; time < times; time++) {
    await act(time);
    await page.evaluate(() => (window as unknown as { watch: Watch }).watch.done);
  }
  const work = ((await worked()) - before) / times;
  const { paints, long } = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    return { paints: watch.paints, long: watch.long };
  });
  if (paints.length < times) throw new Error(`${paints.length} of ${times} inputs were noticed`);
  return { paint: paints, work, long };
}
