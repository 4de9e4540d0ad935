import type { Facts } from "../decide/facts.ts";
import { reduce } from "../decide/reduce.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Guide } from "../model/guide.ts";
import type { Claim } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { readFacts } from "./facts.ts";
import type { Platform } from "./platform.ts";

/** The items of a checklist whose condition holds, by id; none of other guides. */
export function itemsDone({ kind, steps }: Guide, facts: Facts): string[] {
  if (kind !== "checklist") return [];
  return steps
    .filter(
      ({ advance }) => advance.on === "until" && reduce(advance.condition, facts, []) === true,
    )
    .map(({ id }) => id);
}

/** Tells every checklist that stands in a page which of its items are done now. */
export async function tellChecklists(
  platform: Platform,
  store: Store,
  bundle: Bundle,
  claims: readonly Claim[],
): Promise<void> {
  for (const { guide, tab } of claims) {
    const body = bundle.guides.find((published) => published.body.id === guide)?.body;
    const url = body?.kind === "checklist" ? await platform.tabs.url(tab) : undefined;
    if (!body || url === undefined) continue;
    const facts = await readFacts(store, bundle, new URL(url), platform.now());
    await platform.tabs.tell(tab, { name: "checklist", guide, done: itemsDone(body, facts) });
  }
}
