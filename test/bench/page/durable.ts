import { setTimeout as pause } from "node:timers/promises";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { enterAgentWorld } from "./agent-world.ts";
import type { BenchStage } from "./stage.ts";
import { placeTarget } from "./target.ts";

const CLICKS = 300;
const PAUSE_MS = 30;

interface Watch {
  clicks: number[];
  saved: number[];
  /** Called with every saved event. */
  onSaved?: () => void;
}
type WatchedWorld = typeof globalThis & { bench: Watch };

/** From the moment the mouse button went up until `storage.local` said that the event is written. */
export async function measureDurability({ waymark, connected }: BenchStage): Promise<Figure[]> {
  const page = await waymark.context.newPage();
  await page.goto(`${connected}/app/durable`);
  const inWorld = await enterAgentWorld(page);
  const target = await placeTarget(page);
  await inWorld(watchWrites);
  for (let n = 1; n <= CLICKS; n++) {
    await target.click();
    await inWorld(savedEvents, n);
    await pause(PAUSE_MS);
  }
  const { clicks, saved } = await inWorld(() => (globalThis as WatchedWorld).bench);
  await page.close();
  if (clicks.length !== CLICKS || saved.length !== CLICKS) {
    throw new Error(`${clicks.length} clicks and ${saved.length} writes instead of ${CLICKS}`);
  }
  const delays = saved.map((at, n) => at - (clicks[n] as number));
  return [
    { name: "durable.p50", value: quantile(delays, 0.5), unit: "ms" },
    { name: "durable.p95", value: quantile(delays, 0.95), unit: "ms", budget: { atMost: 10 } },
  ];
}

/** Clicks come one after the other, each after the last was saved; so the nth write is the nth click's. */
function watchWrites(): void {
  const bench: Watch = { clicks: [], saved: [] };
  (globalThis as WatchedWorld).bench = bench;
  addEventListener("click", ({ timeStamp }) => bench.clicks.push(timeStamp), { capture: true });
  const area = chrome.storage.local;
  const set = area.set.bind(area) as (items: object) => Promise<void>;
  area.set = async (items: object) => {
    await set(items);
    bench.saved.push(performance.now());
    bench.onSaved?.();
  };
}

/** Resolves when that many events are saved. */
async function savedEvents(count: number): Promise<void> {
  const { bench } = globalThis as WatchedWorld;
  while (bench.saved.length < count) {
    await new Promise<void>((resolve) => {
      bench.onSaved = resolve;
    });
  }
}
