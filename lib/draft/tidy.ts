import type { Gesture } from "../model/gesture.ts";
import type { RecordedStep } from "../model/recording.ts";

/** A recorded step with its picture, if it has one. */
export type Drawn = RecordedStep & { picture?: string };

/** What somebody meant to do; several recorded steps can be one of these. */
export interface TidyStep extends Drawn {
  /** Ids of the recorded steps that it is made of; its own is the first. */
  from: string[];
  /** The page that it brought about, as of `Recorded`. */
  leadsTo?: string;
}

/** In ms: what the second does no more than repeat, what a page's answer takes, what a redirect takes. */
const WITHIN = { impatience: 800, again: 2_000, answer: 5_000, redirect: 3_000 } as const;

/**
 * Merges what one intention was recorded as: the click into a field and what was entered there, a click and the page it
 * led to, impatient repetitions. Clicks that only put the focus somewhere, or hit nothing, are left out. Rule W7.
 */
export function tidy(recorded: readonly Drawn[]): TidyStep[] {
  const steps: TidyStep[] = [];
  for (const one of recorded) {
    const step: TidyStep = { ...one, from: [one.id] };
    const last = steps.at(-1);
    const merged = last && merge(last, step);
    if (merged) steps[steps.length - 1] = joined(last, step, merged);
    else if (!hitsNothing(step)) steps.push(step);
  }
  const entered = new Set(
    steps.flatMap((step) => (step.gesture.type === "input" ? step.mark : [])),
  );
  return steps.filter((step) => !onlyFocuses(step, entered));
}

/** What becomes of the earlier step when the later one belongs to it; undefined: it does not. */
function merge(last: TidyStep, next: TidyStep): Partial<TidyStep> | undefined {
  if (next.gesture.type === "navigate") return ofNavigation(last, next);
  const took = next.at - last.at;
  const [before, after] = [last.gesture, next.gesture];
  if (before.type === "key" && after.type === "key" && before.keys === after.keys) {
    return took <= WITHIN.again ? {} : undefined;
  }
  if (next.mark === undefined || next.mark !== last.mark || last.leadsTo) return undefined;
  return ofSameElement(before, after, took);
}

function ofNavigation(last: TidyStep, next: TidyStep): Partial<TidyStep> | undefined {
  const { url, page, gesture, found } = next;
  if (gesture.type === "navigate" && gesture.newTab) return undefined;
  const took = next.at - last.at;
  const isPage = last.gesture.type === "navigate";
  if (url === (last.leadsTo ?? last.url)) return isPage && page ? { page } : {};
  if (found) return undefined;
  if (isPage) return took <= WITHIN.redirect ? { url, ...(page && { page }) } : undefined;
  return took <= WITHIN.answer ? { leadsTo: url } : undefined;
}

function ofSameElement(
  before: Gesture,
  after: Gesture,
  took: number,
): Partial<TidyStep> | undefined {
  const enters = after.type === "input" || after.type === "choose";
  if (before.type === "click" && enters) return { gesture: after };
  if (before.type === after.type && enters) return { gesture: after };
  if (after.type !== "click" || took > WITHIN.again) return undefined;
  // A list that closes with a click has told its choice already.
  if (before.type === "choose") return {};
  if (before.type !== "click" || before.button !== after.button) return undefined;
  if ((after.count ?? 1) > (before.count ?? 1)) return { gesture: after };
  return took <= WITHIN.impatience ? {} : undefined;
}

function joined(last: TidyStep, next: TidyStep, merged: Partial<TidyStep>): TidyStep {
  const picture = last.picture ?? next.picture;
  const anchor = last.anchor ?? next.anchor;
  const result = next.result ?? last.result;
  return {
    ...last,
    ...merged,
    ...(picture && { picture }),
    ...(anchor && { anchor }),
    ...(result && { result }),
    from: [...last.from, ...next.from],
  };
}

const PAGES = new Set(["html", "body"]);

function hitsNothing({ gesture, anchor }: TidyStep): boolean {
  const tag = anchor?.samples[0]?.fingerprint.tag;
  return gesture.type === "click" && (tag === undefined || PAGES.has(tag));
}

/** Types of inputs in which a click opens, ticks or sends something. */
const ACTING =
  /^(button|submit|reset|image|checkbox|radio|file|color|date|datetime-local|month|week|time|range)$/;

/** `entered`: marks of elements in which something was entered, which may be texts that no tag tells. */
function onlyFocuses(
  { gesture, anchor, leadsTo, result, mark }: TidyStep,
  entered: ReadonlySet<string | undefined>,
): boolean {
  const print = anchor?.samples[0]?.fingerprint;
  if (gesture.type !== "click" || !print || leadsTo || result || gesture.button || gesture.count) {
    return false;
  }
  const { tag, type = "text", role = "textbox" } = print;
  if (tag === "select") return true;
  if (tag !== "input" && mark !== undefined && entered.has(mark)) return true;
  const isText = tag === "textarea" || (tag === "input" && !ACTING.test(type));
  return isText && (role === "textbox" || role === "searchbox");
}
