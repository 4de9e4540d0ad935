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
  /** Called once so many were painted. */
  awaited: { count: number; come: () => void } | null;
}

/** Before anything is measured; notices every key and turn of the wheel from its own time stamp on. */
export async function watchInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { paints: [], long: 0, awaited: null };
    Object.assign(window, { watch });
    const act = (event: Event) => {
      // Alt and Ctrl are half of an input.
      if (
        event instanceof KeyboardEvent &&
        event.key.length > 1 &&
        !/^Arrow|^Enter/.test(event.key)
      )
        return;
      const { timeStamp } = event;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          watch.paints.push(performance.now() - timeStamp);
          port1.close();
          if (watch.paints.length >= (watch.awaited?.count ?? Infinity)) watch.awaited?.come();
        };
        port2.postMessage(0);
      });
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
    await page.evaluate((count) => {
      const { watch } = window as unknown as { watch: Watch };
      return new Promise<void>((come) => {
        if (watch.paints.length >= count) come();
        else watch.awaited = { count, come };
      });
    }, time + 1);
  }
  const work = ((await worked()) - before) / times;
  const { paints, long } = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    return { paints: watch.paints, long: watch.long };
  });
  return { paint: paints, work, long };
}
