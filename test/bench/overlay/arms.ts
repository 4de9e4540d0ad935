import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ensureBuild } from "../../support/build.ts";
import { bundleScript } from "../../support/bundle.ts";
import { type Isolated, isolate } from "../../support/isolate.ts";
import { type BenchPage, LARGE } from "./pages.ts";
import type { Eyes } from "./probe.ts";
import type { BenchTour } from "./tour.ts";
import type { WaymarkWorld } from "./waymark-world.ts";

/** What is measured: Waymark with its search, Waymark from an element that is found, and the others. */
export const ARMS = ["waymark", "found", "driver", "joyride"] as const;
export type Arm = (typeof ARMS)[number];

/** A page with all tools in it, none of them shown. */
export interface Scene {
  page: Page;
  call<M extends keyof Eyes>(
    arm: Arm,
    method: M,
    ...args: Parameters<Eyes[M]>
  ): Promise<Awaited<ReturnType<Eyes[M]>>>;
  /** How long loading the tool's scripts took, ms. */
  loaded: Record<"waymark" | "driver" | "joyride", number>;
}

export async function setScene(page: Page, where: BenchPage): Promise<Scene> {
  await where.open(page);
  const here = (name: string) => bundleScript(join(import.meta.dirname, `${name}.ts`));
  const world: Isolated<WaymarkWorld> = await isolate(page, await here("waymark-world"));
  if (where.name === "large") await world.call("build", LARGE);
  const folder = await ensureBuild("production");
  const [locator, overlay] = await Promise.all(
    ["locator.js", "overlay.js"].map((name) => readFile(join(folder, name), "utf8")),
  );
  const loaded = {
    waymark: await world.call("load", { locator: locator ?? "", overlay: overlay ?? "" }),
    driver: await evaluate(page, await here("driver-world")),
    joyride: await evaluate(page, await here("joyride-world")),
  };
  const call = async (arm: Arm, method: keyof Eyes, ...args: unknown[]) => {
    if (arm === "waymark" || arm === "found") {
      if (method === "open") await world.call("remember", arm === "found");
      return world.call(method as "open", ...(args as [BenchTour, number]));
    }
    return page.evaluate(
      ([name, key, list]) =>
        (globalThis as unknown as Record<string, Record<string, (...of: unknown[]) => unknown>>)[
          name
        ]?.[key]?.(...list),
      [`${arm}World`, method, args] as const,
    );
  };
  return { page, call: call as Scene["call"], loaded };
}

/** Runs a script in the page; resolves with how long that took there, ms. */
function evaluate(page: Page, script: string): Promise<number> {
  return page.evaluate((source) => {
    // biome-ignore lint/security/noGlobalEval: the same way into the page for all tools
    const run: (script: string) => void = globalThis.eval;
    const began = performance.now();
    run(source);
    return performance.now() - began;
  }, script);
}
