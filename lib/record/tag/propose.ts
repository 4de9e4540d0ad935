import { isElement, localName, parentNode, rootOf } from "../../anchor/dom/safe.ts";
import type { TagChoice } from "../../model/tagging.ts";
import type { Root } from "../../page/roots.ts";
import { matching, ownRoots } from "./matching.ts";
import { anchor, classKinds, identities, kind, type Part } from "./parts.ts";

const MAX_ANCHORS = 8;
const MAX_CHOICES = 6;

export interface Proposal {
  /** From the narrowest to the broadest, each matching the element and more than the one before. */
  choices: TagChoice[];
  /** Which of them says best what the element is: "this one", unless only its place in a row told it from others. */
  proposed: number;
}

/**
 * Selectors of one element that the app's next version, another language and another record leave as they are: test
 * ids, written ids, what it is and what stands around it. Never texts, labels or values. Within one tree, as the agent
 * matches them.
 */
export function propose(element: Element): Proposal {
  const roots = [...ownRoots()];
  const around = anchorsOf(element);
  const kinds = [kind(element), ...classKinds(element)];
  const bases = [...identities(element), ...kinds];
  const all: Ranked[] = bases.flatMap((part) => [
    kinds.includes(part)
      ? { ...counted({ ...part, strength: "weak" }, roots), around: WHERE.length }
      : { ...counted(part, roots), around: 0 },
    ...around.map((outer) => ({
      ...counted(within(outer, part), roots),
      around: WHERE.indexOf(outer.strength),
    })),
  ]);
  const byCount = new Map<number, Ranked>();
  for (const choice of all.filter(isUsable)) {
    const known = byCount.get(choice.count);
    if (!known || rank(choice) < rank(known)) byCount.set(choice.count, choice);
  }
  const found = [...byCount.values()]
    .sort((a, b) => a.count - b.count)
    .map(({ around: _, ...choice }) => choice);
  const [nearest] = around;
  const least = found[0]?.count ?? Number.POSITIVE_INFINITY;
  const place = counted(byPlace(element, nearest), roots);
  const choices = isUsable(place) && place.count < least ? [place, ...found] : found;
  // The first that lasts, else the narrowest that is not only a place.
  const lasting = choices.findIndex(({ strength }) => strength !== "weak");
  const proposed =
    lasting >= 0 ? lasting : Math.min(choices.length - found.length, choices.length - 1);
  return { choices: choices.slice(0, MAX_CHOICES), proposed };
}

const isUsable = ({ count, selector }: TagChoice) => count > 0 && selector.length <= 500;

/** `around`: how sure its surroundings are; what says neither which one nor where comes last, as it grows with the app. */
type Ranked = TagChoice & { around: number };

const WHERE: readonly string[] = ["strong", "medium"];
const STRENGTHS = ["strong", "medium", "weak"];
/** The surest first, and of those the shortest. */
const rank = ({ strength, around, selector }: Ranked) =>
  STRENGTHS.indexOf(strength) * 10_000 + around * 1_000 + selector.length;

function counted({ css, strength }: Part, roots: readonly Root[]): TagChoice {
  return { selector: css, strength, count: matching(css, roots)?.length ?? 0 };
}

function within(outer: Part, inner: Part): Part {
  const strength = inner.strength === "weak" ? "weak" : "medium";
  return { css: `${outer.css} ${inner.css}`, strength };
}

/** What names the surroundings, the nearest first. */
function anchorsOf(element: Element): Part[] {
  const found: Part[] = [];
  for (let at = above(element); at && found.length < MAX_ANCHORS; at = above(at)) {
    const part = anchor(at);
    if (part) found.push(part);
  }
  return found;
}

function above(element: Element): Element | undefined {
  const parent = parentNode(element);
  return parent && isElement(parent) ? parent : undefined;
}

/** By the places that the element and those around it have, up to what is named. */
function byPlace(element: Element, outer: Part | undefined): Part {
  const steps: string[] = [];
  const root = rootOf(element);
  for (let at: Element | undefined = element; at; at = above(at)) {
    if (at !== element && outer && Element.prototype.matches.call(at, outer.css)) break;
    const tag = localName(at);
    const alike = [...(parentNode(at)?.childNodes ?? [])].filter(
      (node) => isElement(node) && localName(node) === tag,
    );
    const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(at) + 1})` : "";
    steps.unshift(CSS.escape(tag) + place);
    if (parentNode(at) === root) break;
  }
  const path = steps.join(" > ");
  return { css: outer ? `${outer.css} ${path}` : path, strength: "weak" };
}
