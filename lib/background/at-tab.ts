import type { Facts } from "../decide/facts.ts";
import type { Bundle } from "../model/bundle.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { readFacts } from "./facts.ts";
import type { Platform } from "./platform.ts";

/** Who is at a tab of a connected site, and what is published for them. */
export interface AtTab {
  bundle: Bundle;
  url: URL;
  facts: Facts & { person: string };
}

/** Null for a tab that is gone or shows another site, and without a bundle. */
export async function lookAtTab(
  platform: Platform,
  store: Store,
  tab: number,
): Promise<AtTab | null> {
  const address = await platform.tabs.url(tab);
  const bundle = (await store.get("bundle", "current"))?.bundle;
  if (!bundle || address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!((await getMeta(store, "sites")) ?? []).includes(url.origin)) return null;
  return { bundle, url, facts: await readFacts(store, bundle, url, platform.now()) };
}
