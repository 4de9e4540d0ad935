import { explainAll, questionsOf } from "../decide/explain.ts";
import type { GuideExplanation } from "../message/protocol.ts";
import { isListed } from "../model/budget-class.ts";
import type { ElementCondition } from "../model/selector.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { readClaims } from "./claims.ts";
import { readFacts } from "./facts.ts";
import { newcomerSince } from "./newcomers.ts";
import type { Platform } from "./platform.ts";

/**
 * Of every published guide why it is on screen in this tab now, or why not: D28 of docs/spec/decisions.md. What only the
 * page can see, the page is asked. Nothing for a tab of no connected site.
 */
export async function explainGuides(
  platform: Platform,
  store: Store,
  tab: number,
): Promise<GuideExplanation[]> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const address = await platform.tabs.url(tab);
  if (!bundle || address === undefined) return [];
  const url = new URL(address);
  if (!((await getMeta(store, "sites")) ?? []).includes(url.origin)) return [];

  const now = platform.now();
  // What stands in the side panel itself is there for everybody to see.
  const guides = bundle.guides.map(({ body }) => body).filter((body) => !isListed(body));
  const facts = await readFacts(store, bundle, url, now);
  const questions = questionsOf(guides, facts);
  const sight = await platform.tabs.look(tab, questions);
  const answers = new Map(questions.map((question, at) => [keyOf(question), sight?.holds[at]]));
  const newcomer = sight ? await newcomerSince(store, tab, sight.since) : null;
  const seen = {
    ...facts,
    newcomer,
    busy: sight?.busy ?? null,
    element: (condition: ElementCondition) => answers.get(keyOf(condition)),
  };
  const claims = new Map((await readClaims(store)).map((claim) => [claim.guide, claim]));
  return explainAll(guides, seen).flatMap((explanation) => {
    const body = guides.find(({ id }) => id === explanation.guide);
    const run = facts.runs.get(explanation.guide);
    if (!body) return [];
    const { name, kind } = body;
    const running = explanation.verdict === "running" && run;
    const claim = claims.get(explanation.guide);
    return {
      ...explanation,
      name,
      kind,
      at: now,
      run: running
        ? { startedBy: claim?.startedBy ?? "auto", here: claim?.tab === tab, since: run.updatedAt }
        : null,
    };
  });
}

function keyOf({ selector, state, min = 1 }: ElementCondition): string {
  return JSON.stringify([selector, state, min]);
}
