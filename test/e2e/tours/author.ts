import { join } from "node:path";
import type { Page } from "@playwright/test";
import { anchored, type Imported } from "../../../lib/exchange/imported.ts";
import { importNodeRedTour } from "../../../lib/exchange/node-red-tour.ts";
import type { Lookup } from "../../../lib/model/lookup.ts";
import { explain } from "../../../lib/model/parse.ts";
import type { NodeRedUser } from "../../hosts/node-red-user.ts";
import { bundleScript } from "../../support/bundle.ts";
import { isolate } from "../../support/isolate.ts";
import { readNodeRedTour, type TourId } from "../../support/node-red-tours.ts";
import { handsAt } from "./hands.ts";
import type { LookUpWorld } from "./look-up-world.ts";
import { mended } from "./mended.ts";

const WORLD = join(import.meta.dirname, "look-up-world.ts");

/** What became of the target of a step. */
export interface Report {
  /** From 0. */
  index: number;
  /** As the tour has it; undefined if a function computes it. */
  target: string | undefined;
  /** Of the tour's own target. */
  outcome: Lookup["outcome"] | "code";
  /** What the author named instead. */
  mend: string | undefined;
}

/** Does what an author does: converts, looks at each target in the live page, mends what the findings ask for. */
export async function importAsAuthor(
  id: TourId,
  page: Page,
  user: NodeRedUser,
): Promise<{ imported: Imported; reports: Report[] }> {
  const tour = await readNodeRedTour(id);
  const { tour: whole, mends } = mended(id, tour);
  const original = convert(id, tour);
  const draft = convert(id, whole);
  const world = await isolate<LookUpWorld>(page, await bundleScript(WORLD));
  const lookups = new Map<string, Lookup>();
  const reports: Report[] = [];
  for (const [index, { id: step }] of draft.guide.steps.entries()) {
    const hands = handsAt(id, index);
    const target = draft.targets.find((one) => one.step === step);
    const before = original.targets.find((one) => one.step === step);
    const code = original.findings.find(
      (one) => one.code === "target-code" && one.path === `steps[${index}].element`,
    );
    if (!target && !code) continue;
    await hands.open?.(page, user);
    if (target) lookups.set(step, await world.call("lookUp", target.selector));
    reports.push({
      index,
      target: before?.selector,
      outcome: before ? (await world.call("lookUp", before.selector)).outcome : "code",
      mend: mends[index],
    });
    await hands.close?.(page, user);
  }
  return { imported: anchored(draft, lookups), reports };
}

function convert(id: TourId, tour: unknown): Imported {
  const result = importNodeRedTour(tour, { id });
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}
