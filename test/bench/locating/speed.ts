import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { Anchor, Fingerprint } from "../../../lib/model/anchor.ts";
import { bundleScript } from "../../support/bundle.ts";
import { ensureBrowser } from "../../support/install-browser.ts";
import { type Isolated, isolate } from "../../support/isolate.ts";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { createThreadClock } from "../thread-clock.ts";
import type { SpeedWorld } from "./world.ts";

const WORLD = join(import.meta.dirname, "world.ts");

/** Elements of the page, and the budget of a search in it, ms. */
const SIZES = [
  { nodes: 10_000, budget: 30 },
  { nodes: 50_000, budget: 120 },
] as const;

/** What is searched for: as it is, changed, or gone. */
const TARGETS: readonly { selector: string; change: Partial<Fingerprint> }[] = [
  { selector: "#deploy", change: {} },
  { selector: "#foot button", change: {} },
  { selector: "nav li:nth-child(3) a", change: {} },
  { selector: ".toolbar button:nth-of-type(4)", change: {} },
  { selector: "tbody tr:nth-child(100) td:nth-child(2) a", change: {} },
  { selector: "tbody tr:nth-child(60) button", change: {} },
  { selector: "input", change: { name: "Find an order", placeholder: "Find an order" } },
  { selector: ".toolbar button", change: { name: "Create order", text: "Create order" } },
  { selector: "h1", change: { name: "Purchases", text: "Purchases" } },
  { selector: "#deploy", change: { name: "Roll back", text: "Roll back", id: "x", testIds: {} } },
];

const REPETITIONS = 5;

/** How long a search takes in pages of two sizes, after each of which something in the page has changed. */
export async function measureSpeed(): Promise<Figure[]> {
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    chromiumSandbox: process.platform !== "linux",
  });
  try {
    const figures: Figure[] = [];
    for (const size of SIZES) figures.push(...(await measureAt(await browser.newPage(), size)));
    return figures;
  } finally {
    await browser.close();
  }
}

async function measureAt(page: Page, { nodes, budget }: (typeof SIZES)[number]): Promise<Figure[]> {
  const world: Isolated<SpeedWorld> = await isolate(page, await bundleScript(WORLD));
  await world.call("build", nodes);
  const anchors: Anchor[] = [];
  for (const { selector, change } of TARGETS) {
    const fingerprint = { ...(await world.call("fingerprintOf", selector)), ...change };
    anchors.push({ samples: [{ fingerprint }] });
  }
  await world.call("watchTasks");
  const threadTime = await createThreadClock(page);
  const elapsed: number[] = [];
  const worked: number[] = [];
  for (const anchor of anchors) {
    for (let n = 0; n < REPETITIONS; n++) {
      await world.call("change", "h1");
      const before = await threadTime();
      elapsed.push(await world.call("search", anchor));
      worked.push((await threadTime()) - before);
    }
  }
  const longest = Math.max(0, ...(await world.call("longTasks")));
  await page.close();
  const name = `speed.${nodes}`;
  return [
    { name: `${name}.p50`, value: quantile(elapsed, 0.5), unit: "ms" },
    {
      name: `${name}.p95`,
      value: quantile(elapsed, 0.95),
      unit: "ms",
      budget: { atMost: budget },
    },
    { name: `${name}.mainThread.p95`, value: quantile(worked, 0.95), unit: "ms" },
    { name: `${name}.longestTask`, value: longest, unit: "ms", budget: { atMost: 50 } },
  ];
}
