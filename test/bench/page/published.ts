import type { Feature } from "../../../lib/model/feature.ts";
import type { Guide } from "../../../lib/model/guide.ts";
import type { SignalDefinition } from "../../../lib/model/signal.ts";

/** What clicks in the bench hit; target.ts places it. */
const TARGET = '[data-bench="target"]';

/** Where the guide below is due and waits; elsewhere no guide is. */
export const WAITING_PATH = "/app/waiting";

/** Ways in which people tag things, filled with a number. */
const SELECTORS: readonly ((n: number) => string)[] = [
  (n) => `#action-${n}`,
  (n) => `[data-testid="action-${n}"]`,
  (n) => `.toolbar button[aria-label="Action ${n}"]`,
  (n) => `nav a[href^="/app/section-${n}"]`,
];

/** A hundred features of one click rule each; exactly one of them is the target's, in the middle. */
export const FEATURES: readonly Feature[] = Array.from({ length: 100 }, (_, n) => ({
  id: `feature-${n}`,
  name: `Feature ${n}`,
  rules: [
    {
      on: "click",
      selector: n === 50 ? TARGET : (SELECTORS[n % SELECTORS.length]?.(n) ?? ""),
    },
  ],
}));

/** The features whose uses the worker takes in. */
export const USED_FEATURES: readonly string[] = FEATURES.slice(0, 10).map(({ id }) => id);

/** Used by nobody. */
const NEVER = FEATURES.at(-1)?.id ?? "";

/**
 * Half of them counts, half of them sequences, over the used features. None ever becomes true, because a signal that
 * is true costs nothing more: this is the most expensive a hundred signals can be.
 */
export const SIGNALS: readonly SignalDefinition[] = Array.from({ length: 100 }, (_, n) => {
  const feature = (step: number) => USED_FEATURES[(n + step) % USED_FEATURES.length] as string;
  const base = { id: `signal-${n}`, name: `Signal ${n}`, kind: "milestone" as const };
  if (n % 2 === 0) {
    return { ...base, when: { type: "used", feature: feature(0), times: 20, within: "10s" } };
  }
  const steps = [feature(0), feature(3), feature(5), NEVER].map((id) => ({ feature: id }));
  const sequence = { steps, within: "1h", without: [feature(7)] };
  return { ...base, when: { type: "sequence", sequence } };
});

/** The element that the guide waits for. */
export const AWAITED_ID = "awaited";

/** Due on one path, and waits there for an element. */
export const WAITING_GUIDE: Guide = {
  format: 1,
  id: "waiting",
  kind: "modal",
  name: { en: "Waiting" },
  trigger: {
    start: "auto",
    when: {
      type: "all",
      of: [
        { type: "page", url: { path: WAITING_PATH } },
        { type: "element", selector: `#${AWAITED_ID}`, state: "present" },
      ],
    },
  },
  steps: [
    {
      id: "only",
      title: { en: "Only" },
      body: { en: [{ type: "paragraph", children: [{ type: "text", text: "It came." }] }] },
      advance: { on: "next" },
    },
  ],
};
