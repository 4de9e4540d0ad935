import { createDrag } from "./drag.ts";
import { onThisPage, type RuleKind, scopesOf, type Tagged, within } from "./match.ts";
import { createTrust } from "./trust.ts";

type SelectorKind = Exclude<RuleKind, "view" | "custom">;
export type DomRules = { [K in SelectorKind]: Tagged<K>[] };

/** A trusted DOM event, reduced to what rules look at before the host can change the page. */
interface Seen {
  kind: SelectorKind;
  scopes: Element[];
  over: readonly Element[];
}

const KINDS: Record<string, "click" | "submit" | "input"> = {
  click: "click",
  submit: "submit",
  change: "input",
};

/**
 * Listens in the capture phase of the window, before any handler of the host, and reports each use of a feature.
 * Until `setRules` is called what happens is kept, so that a quick first click is not lost.
 */
export function watchDom(report: (feature: string) => void, signal: AbortSignal) {
  const trust = createTrust();
  const drag = createDrag();
  let rules: DomRules | undefined;
  let early: Seen[] = [];

  const see = (seen: Seen) => {
    if (rules) for (const feature of featuresUsed(rules, seen)) report(feature);
    else if (early.length < 50) early.push(seen);
  };

  const onEvent = (event: Event) => {
    if (event.type === "click") trust.sawClick(event);
    const kind = KINDS[event.type];
    if (!kind || !trust.trusts(event) || rules?.[kind].length === 0) return;
    see({ kind, scopes: scopesOf(event.composedPath()), over: [] });
  };
  const onPress = (event: PointerEvent) => {
    if (event.isTrusted) drag.press(event);
  };
  const onRelease = (event: PointerEvent | DragEvent) => {
    const scopes = event.isTrusted ? drag.release(event) : undefined;
    if (!scopes) return;
    see({ kind: "drag", scopes, over: document.elementsFromPoint(event.clientX, event.clientY) });
  };

  const options = { capture: true, passive: true, signal };
  for (const type of Object.keys(KINDS)) addEventListener(type, onEvent, options);
  let drags: AbortController | undefined;
  /** The browser spares pages that nobody listens to for pointers the work of telling. */
  const watchDrags = (wanted: boolean) => {
    if (wanted === Boolean(drags)) return;
    drags?.abort();
    drags = wanted ? new AbortController() : undefined;
    if (!drags) return;
    const scope = { ...options, signal: AbortSignal.any([signal, drags.signal]) };
    addEventListener("pointerdown", onPress, scope);
    addEventListener("pointerup", onRelease, scope);
    addEventListener("drop", onRelease, scope);
  };
  watchDrags(true);

  return {
    setRules(next: DomRules) {
      rules = next;
      watchDrags(next.drag.length > 0);
      const waiting = early;
      early = [];
      waiting.forEach(see);
    },
  };
}

/** Each feature at most once, however many of its rules match. */
function featuresUsed(rules: DomRules, { kind, scopes, over }: Seen): Set<string> {
  const used = new Set<string>();
  for (const { feature, rule } of rules[kind]) {
    if (used.has(feature) || !onThisPage(rule) || !within(scopes, rule.selector)) continue;
    if (rule.on === "drag" && rule.to && !over.some((el) => within([el], rule.to as string))) {
      continue;
    }
    used.add(feature);
  }
  return used;
}
