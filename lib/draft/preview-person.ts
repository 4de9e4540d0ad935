import type { Facts } from "../decide/facts.ts";
import type { Condition } from "../model/condition.ts";
import type { Guide } from "../model/guide.ts";
import type { Attributes } from "../model/primitives.ts";
import type { Segment } from "../model/segment.ts";
import type { Address } from "../model/url-match.ts";
import { compareCount } from "../sequence/count.ts";

/** Somebody as whom an author looks at a guide. Nobody has to be like that. */
export interface PreviewPerson {
  user: Attributes;
  account: Attributes;
  /** What else holds for them. */
  holds: readonly Supposed[];
  /** Segments that they are in whatever their attributes say, by id. */
  segments: ReadonlySet<string>;
}

export const NOBODY: PreviewPerson = {
  user: {},
  account: {},
  holds: [],
  segments: new Set(),
};

/** What only a history would tell, and an author has to suppose. */
export type Supposed = Extract<
  Condition,
  { type: "used" | "sequence" | "count" | "absent" | "signal" | "segment" | "guide" }
>;

/** Everything that a guide asks about a person. */
export interface Asked {
  supposed: { key: string; condition: Supposed }[];
  attributes: { of: "user" | "account"; name: string }[];
}

/** Of audience, trigger and steps, each once; segments that are known are looked into. */
export function askedOf(guide: Guide, segments: readonly Segment[]): Asked {
  const supposed = new Map<string, Supposed>();
  const attributes = new Map<string, Asked["attributes"][number]>();
  const inside = new Set<string>();
  const visit = (condition: Condition | undefined): void => {
    if (!condition) return;
    switch (condition.type) {
      case "page":
      case "element":
        return;
      case "all":
      case "any":
        for (const part of condition.of) visit(part);
        return;
      case "not":
        visit(condition.of);
        return;
      case "attribute": {
        const { of, name } = condition;
        attributes.set(`${of} ${name}`, { of, name });
        return;
      }
      case "segment": {
        const known = segments.find(({ id }) => id === condition.segment);
        if (!known) supposed.set(keyOf(condition), condition);
        else if (!inside.has(known.id)) {
          inside.add(known.id);
          visit(known.when);
        }
        return;
      }
      case "signal": {
        const { type, signal } = condition;
        supposed.set(keyOf(condition), { type, signal });
        return;
      }
      default:
        supposed.set(keyOf(condition), condition);
    }
  };
  visit(guide.audience);
  visit(guide.trigger.when);
  for (const { advance, branch = [] } of guide.steps) {
    // What a step waits for happens while it is played.
    if (advance.on === "until" && guide.kind === "checklist") visit(advance.condition);
    for (const { condition } of branch) visit(condition);
  }
  for (const { of, name } of variablesOf(guide)) attributes.set(`${of} ${name}`, { of, name });
  return {
    supposed: [...supposed].map(([key, condition]) => ({ key, condition })),
    attributes: [...attributes.values()],
  };
}

/** Attributes that texts of the guide are filled in with. */
function variablesOf(guide: Guide): Asked["attributes"] {
  const written = [
    ...JSON.stringify(guide.steps).matchAll(/\{\{\s*(user|account)\.([^{}|]{1,64})\|/g),
  ];
  const found = written.map(([, of, name = ""]) => ({
    of: of === "account" ? ("account" as const) : ("user" as const),
    name: name.trim(),
  }));
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { type, of, name } = value as Record<string, unknown>;
    if (type === "variable" && (of === "user" || of === "account") && typeof name === "string") {
      found.push({ of, name });
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(guide.steps.map(({ body }) => body));
  return found;
}

export function keyOf(condition: Supposed): string {
  switch (condition.type) {
    case "used":
      return `used ${condition.feature} ${condition.times ?? 1} ${condition.within ?? ""}`;
    case "signal":
      return `signal ${condition.signal}`;
    default:
      return JSON.stringify(condition);
  }
}

/** The facts about such a person at an address, for `decide`. What only the page can see is left to it. */
export function factsOf(
  person: PreviewPerson,
  world: { segments: readonly Segment[]; address?: Address | undefined; now: number },
): Facts {
  const keys = new Set(person.holds.map(keyOf));
  const inside = new Set(person.segments);
  const signals = new Set<string>();
  const done = new Set<string>();
  for (const held of person.holds) {
    if (held.type === "segment") inside.add(held.segment);
    if (held.type === "signal") signals.add(held.signal);
    if (held.type === "guide") done.add(held.guide);
  }
  const has = (condition: Supposed) => keys.has(keyOf(condition));
  // Of no conditions all hold.
  const always: Condition = { type: "all", of: [] };
  const segments = new Map(world.segments.map((segment) => [segment.id, segment]));
  for (const id of inside) segments.set(id, { id, name: id, when: always });
  return {
    now: world.now,
    address: world.address,
    used: (feature, times, within) =>
      has({ type: "used", feature, times, ...(within !== undefined && { within }) }),
    sequence: (sequence) => has({ type: "sequence", sequence }),
    count(condition) {
      const { value } = condition;
      const wanted = has(condition);
      const tried = [0, value - 1, value, value + 1].filter((count) => count >= 0);
      return tried.find((count) => compareCount(condition, count) === wanted) ?? value;
    },
    absentFrom: (condition) => (has(condition) ? world.now : null),
    signals,
    who: { device: "preview", user: null, account: null },
    user: person.user,
    account: person.account,
    segments,
    experiments: new Map(),
    ambient: new Set(),
    runs: new Map([...done].map((guide) => [guide, { status: "completed", updatedAt: 0 }])),
    ledger: [],
    sessionStart: world.now,
    newcomer: null,
    busy: null,
  };
}
