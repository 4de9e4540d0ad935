import { fnv1a32 } from "../decide/bucket.ts";
import { templatePath } from "../model/path.ts";
import { type Meta, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { mayKeep } from "./consent.ts";
import { frictionAsked } from "./friction-asked.ts";
import { capture } from "./own-events.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";

/** E15 of docs/spec/events.md. */
const WITHIN_MS = 30_000;

type Visit = Meta["visits"][number];

/** The visits of the last half minute with this one, and whether it is the end of A, B, A, B in its tab. */
export function visited(
  before: readonly Visit[],
  visit: Visit,
): { visits: Visit[]; isBackAndForth: boolean } {
  const recent = before.filter(({ at }) => at <= visit.at && visit.at - at <= WITHIN_MS);
  const [a, b, c] = recent.filter(({ tab }) => tab === visit.tab).slice(-3);
  const last = c ?? b ?? a;
  if (last?.page === visit.page) return { visits: recent, isBackAndForth: false };
  const isBackAndForth = b !== undefined && a?.page === c?.page && b.page === visit.page;
  const others = recent.filter(({ tab }) => tab !== visit.tab);
  // What has counted counts no second time.
  return { visits: isBackAndForth ? [...others, visit] : [...recent, visit], isBackAndForth };
}

/** A tab of a connected site shows another page; the journey goes over documents, so that only the background sees it. */
export async function noteVisit(
  platform: Platform,
  store: Store,
  { tab, url }: Place,
): Promise<void> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  if (!frictionAsked(bundle).has("back_and_forth")) return;
  if (!(await mayKeep(platform, store, url.host))) return;
  const transaction = store.transaction("meta", "readwrite");
  const before = (await readMeta(transaction.store, "visits")) ?? [];
  const page = fnv1a32(url.origin + url.pathname + url.hash);
  const { visits, isBackAndForth } = visited(before, { tab, page, at: platform.now() });
  await writeMeta(transaction.store, "visits", visits);
  await transaction.done;
  if (!isBackAndForth) return;
  const place = { host: url.host, path: templatePath(url.pathname) };
  await capture(platform, store, { kind: "friction", what: "back_and_forth", ...place });
}
