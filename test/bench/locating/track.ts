import { join } from "node:path";
import type { Page } from "@playwright/test";
import { bundleScript } from "../../support/bundle.ts";
import { type Isolated, isolate } from "../../support/isolate.ts";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import type { Attempt, KeyedPrint, TrackWorld } from "./track-world.ts";

const WORLD = join(import.meta.dirname, "track-world.ts");

export async function enter(page: Page): Promise<Isolated<TrackWorld>> {
  return isolate<TrackWorld>(page, await bundleScript(WORLD));
}

/** Searches the page that `world` is in for each target; what is not among its keys is gone. */
export async function attempt(
  world: Isolated<TrackWorld>,
  prints: readonly KeyedPrint[],
): Promise<Attempted[]> {
  const there = new Set(await world.call("keys"));
  const attempts: Attempted[] = [];
  for (const print of prints) {
    const result = await world.call("find", print);
    attempts.push({ ...result, wanted: print.key, gone: !there.has(print.key) });
  }
  return attempts;
}

export interface Attempted extends Attempt {
  wanted: string;
  gone: boolean;
}

export function figuresOf(name: string, attempts: readonly Attempted[]): Figure[] {
  const there = attempts.filter(({ gone }) => !gone);
  const gone = attempts.filter((one) => one.gone);
  const answered = there.filter(({ outcome }) => outcome === "found");
  const wrong = answered.filter(({ key, wanted }) => key !== wanted);
  const elapsed = attempts.map(({ ms }) => ms);
  const figures: Figure[] = [{ name: `${name}.targets`, value: there.length, unit: "elements" }];
  if (there.length > 0) {
    figures.push(
      { name: `${name}.answered`, value: (100 * answered.length) / there.length, unit: "%" },
      { name: `${name}.wrong`, value: wrong.length, unit: "answers" },
      {
        name: `${name}.likely`,
        value: there.filter(({ outcome }) => outcome === "likely").length,
        unit: "answers",
      },
    );
  }
  if (gone.length > 0) {
    const stray = gone.filter(({ outcome }) => outcome === "found").length;
    figures.push(
      { name: `${name}.gone`, value: gone.length, unit: "elements" },
      { name: `${name}.gone.answered`, value: stray, unit: "answers" },
    );
  }
  figures.push({ name: `${name}.p95`, value: quantile(elapsed, 0.95), unit: "ms" });
  return figures;
}
