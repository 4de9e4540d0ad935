import type { FeatureEntry } from "../message/protocol.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";

/** Every published feature, since when it is counted here, and how often this person has used it. */
export async function readFeatures(store: Store, person: string): Promise<FeatureEntry[]> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const tagged = (await getMeta(store, "tagged")) ?? {};
  const entries = (bundle?.features ?? []).map(async ({ body }) => {
    const theirs = IDBKeyRange.bound([person, body.id], [person, body.id, []]);
    const days = await store.getAll("daily", theirs);
    const uses = days.reduce((sum, { count }) => sum + count, 0);
    return { feature: body, since: tagged[body.id] ?? null, uses };
  });
  return Promise.all(entries);
}
