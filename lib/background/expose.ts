import type { TraceLine } from "../decide/trace.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Guide } from "../model/guide.ts";
import { expose } from "../store/exposures.ts";
import { enqueueSignals, followMet } from "../store/follow.ts";
import { readMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { changeAll } from "../store/transaction.ts";
import type { PersonFacts } from "./facts.ts";
import type { Platform } from "./platform.ts";

/** The guide would have been shown now, if it were not for the holdout: D27 of docs/spec/decisions.md. */
export async function exposeHeld(
  platform: Platform,
  store: Store,
  bundle: Bundle,
  guide: Guide,
  { person, who, heldBack }: PersonFacts,
): Promise<void> {
  const { experiment } = guide;
  if (experiment === undefined || heldBack.has(experiment)) return;
  const guideVersion = bundle.guides.find(({ body }) => body.id === guide.id)?.version ?? 0;
  const met = { person, experiment, arm: "holdout" as const, guide: guide.id, guideVersion };
  const whose = { user: who.user ?? undefined, account: who.account ?? undefined };
  const now = platform.now();
  const { version } = platform;
  await changeAll(store, async (transaction) => {
    const isFirst = await expose(transaction, { ...met, ...whose, at: now }, version);
    const device = await readMeta(transaction.objectStore("meta"), "device");
    if (!isFirst || !device) return;
    const surroundings = { bundle, device, now };
    const changes = await followMet(
      transaction,
      { person, guide: guide.id, ...whose },
      surroundings,
    );
    await enqueueSignals(transaction, changes, { device: device.id, version });
  });
}

/** Why a claim is refused. In the holdout, too, a guide waits for the quiet moment at which it would have been shown. */
export function refusal(trace: readonly TraceLine[]): string {
  const stops = trace.filter(({ outcome }) => outcome === "stopped").map(({ check }) => check);
  return stops.find((check) => check !== "experiment") ?? "experiment";
}
