import { MISS_LIMIT } from "../decide/limits.ts";
import { playsBeside } from "../model/budget-class.ts";
import type { Bundle } from "../model/bundle.ts";
import { missesNow } from "../store/misses.ts";
import { runningRuns } from "../store/runs.ts";
import type { RunRecord, Store } from "../store/schema.ts";
import { goesOnAt } from "../tour/resume.ts";
import { moveClaim, readClaims, releaseClaim } from "./claims.ts";
import { capture } from "./own-events.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
import { personAt } from "./status.ts";

/**
 * Runs whose tab was loaded anew, or whose tab is gone, go on in this one; of several tabs that load together, in one.
 * Whether one of them is in front, and leaves no room for others to start.
 */
export async function resumeRuns(
  platform: Platform,
  store: Store,
  bundle: Bundle,
  { tab, url, document }: Place,
): Promise<boolean> {
  const runs = await runningRuns(store, await personAt(store, url.host));
  const running = new Map(runs.map((run) => [run.guide, run]));
  let inject = false;
  let inFront = false;
  for (const claim of await readClaims(store)) {
    const run = running.get(claim.guide);
    if (!run || claim.point) continue;
    const published = bundle.guides.find(({ body }) => body.id === claim.guide);
    if (!published) {
      // It cannot be played any more, and its run will never end by itself.
      await releaseClaim(store, claim.guide);
      continue;
    }
    const beside = playsBeside(published.body);
    const here = claim.tab === tab && document !== undefined && claim.document === document;
    if (!here) {
      if (restsNow(run, published, bundle)) continue;
      const isElsewhere = claim.tab !== tab && (await platform.tabs.url(claim.tab)) !== undefined;
      const moved = { ...claim, tab, document, at: platform.now() };
      if (isElsewhere || !(await moveClaim(store, claim, moved))) continue;
      if (goesOnAt(published.body, run.updatedAt, moved.at) === "never") {
        await putOff(platform, store, run);
        continue;
      }
      inject = true;
    }
    inFront ||= !beside;
  }
  if (inject) await platform.scripts.injectOverlay(tab);
  return inFront;
}

/** Its guide does not outlive its page, which cannot say so itself any more. */
async function putOff(platform: Platform, store: Store, run: RunRecord): Promise<void> {
  const { guide, version, host, step } = run;
  await capture(platform, store, {
    kind: "guide",
    action: "snoozed",
    guide,
    version,
    host,
    path: "",
    reason: "its page was left",
    ...(step !== null && { step }),
  });
}

/** What started by itself does not go on by itself either when it would not start any more: D25 and D26. */
function restsNow(run: RunRecord, { pausedAt }: { pausedAt?: number }, bundle: Bundle): boolean {
  const vanished = pausedAt !== undefined || missesNow(run, bundle) >= MISS_LIMIT;
  return run.startedBy === "auto" && vanished;
}
