import type { Fingerprint } from "../model/anchor.ts";
import { jaccard } from "./text.ts";
import { PARTIAL } from "./weights.ts";

type Href = NonNullable<Fingerprint["href"]>;

/** Paths decide, hosts hardly: the same application moves between domains. Query keys count, values are not known. */
export function hrefSimilarity(a: Href, b: Href | undefined): number {
  if (!b) return 0;
  const samePath = a.path.join("/") === b.path.join("/");
  const [keys, others] = [leading(a), leading(b)];
  const sameKeys = keys.length === others.length && others.every((key) => keys.includes(key));
  // The front page of another site is another thing.
  if (a.path.length === 0 && a.host !== b.host) return 0;
  if (samePath) return sameKeys ? 1 : 0.8;
  const lastAgrees = a.path.length > 0 && a.path.at(-1) === b.path.at(-1);
  const shared = jaccard(new Set(a.path), new Set(b.path)) * PARTIAL.href;
  const sameHost = a.host !== undefined && a.host === b.host;
  return Math.min(1, shared * (lastAgrees ? 1 : 0.6) + (shared > 0 && sameHost ? 0.15 : 0));
}

/** Keys that say where a click came from, not where it leads. */
const CAMPAIGN = /^(utm_.*|wt\..*|mc_[ce]id|gclid|fbclid|msclkid|_ga|ref_?)$/i;

function leading({ query }: Href): string[] {
  return query?.filter((key) => !CAMPAIGN.test(key)) ?? [];
}
