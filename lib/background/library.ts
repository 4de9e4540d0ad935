import { decide } from "../decide/decide.ts";
import type { Facts } from "../decide/facts.ts";
import type { LibraryEntry } from "../message/protocol.ts";
import { isListed } from "../model/budget-class.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Guide } from "../model/guide.ts";
import type { Store } from "../store/schema.ts";

/** The guides that are for this person, those that fit the page first. */
export async function libraryOf(
  store: Store,
  bundle: Bundle,
  facts: Facts & { person: string },
): Promise<LibraryEntry[]> {
  const guides = bundle.guides.map(({ body }) => body);
  const entries = guides
    .filter((guide) => !isListed(guide) && decide(guide, facts, "manual").due)
    .map(async (guide): Promise<LibraryEntry> => {
      const run = await store.get("runs", [facts.person, guide.id]);
      const running = run?.status === "running";
      const at = guide.steps.findIndex(({ id }) => id === run?.step) + 1;
      return {
        guide: guide.id,
        name: guide.name,
        kind: guide.kind,
        steps: guide.steps.length,
        state: run?.status ?? "new",
        at: running && at > 0 ? at : null,
        fitsPage: fitsPage(guide, facts),
      };
    });
  return (await Promise.all(entries)).sort((a, b) => Number(b.fitsPage) - Number(a.fitsPage));
}

/** No condition on the address that the guide would start at speaks against this page. */
export function fitsPage(guide: Guide, facts: Facts): boolean {
  return decide(guide, facts).trace.every(({ conditions }) =>
    conditions.every(({ type, holds }) => type !== "page" || holds !== false),
  );
}
