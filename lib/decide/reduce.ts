import type { Condition } from "../model/condition.ts";
import type { PageCondition } from "../model/page-condition.ts";
import { matchesUrl } from "../model/url-match.ts";
import { compareCount } from "../sequence/count.ts";
import { attributeHolds } from "./attribute.ts";
import type { Facts } from "./facts.ts";
import type { ConditionTrace } from "./trace.ts";

/** A decided condition, or what is left of it for the page. */
export type Reduced = boolean | PageCondition;

/** What makes a condition a trigger. */
export interface Started {
  /** When the guide last started, epoch ms: an absence that was there by then has had its start. D33. */
  startedAt?: number | undefined;
}

/**
 * Decides of a condition what the facts decide and leaves the rest: whatever the page then finds, the rest is true
 * exactly when the whole is. Every single condition is looked at and noted in `trace`.
 */
export function reduce(
  condition: Condition,
  facts: Facts,
  trace: ConditionTrace[],
  { startedAt }: Started = {},
): Reduced {
  const context = { facts, trace, startedAt, negated: false, inside: new Set<string>() };
  return visit(condition, context, "");
}

interface Visit extends Started {
  facts: Facts;
  trace: ConditionTrace[];
  /** Within an odd number of `not`. */
  negated: boolean;
  /** The segments that are being looked into. */
  inside: ReadonlySet<string>;
}

function visit(condition: Condition, context: Visit, at: string): Reduced {
  switch (condition.type) {
    case "all":
    case "any": {
      const prefix = at && `${at}.`;
      const parts = condition.of.map((part, i) => visit(part, context, `${prefix}of[${i}]`));
      return combine(condition.type, parts);
    }
    case "not": {
      const inner = { ...context, negated: !context.negated };
      return negate(visit(condition.of, inner, at ? `${at}.of` : "of"));
    }
    case "segment":
      return segment(condition.segment, context, at);
    default:
      return leaf(condition, context, at);
  }
}

function combine(type: "all" | "any", parts: Reduced[]): Reduced {
  const decisive = type === "any";
  if (parts.includes(decisive)) return decisive;
  const open = parts.filter((part) => typeof part !== "boolean");
  const [only] = open;
  if (!only) return !decisive;
  return open.length === 1 ? only : { type, of: open };
}

function negate(part: Reduced): Reduced {
  if (typeof part === "boolean") return !part;
  return part.type === "not" ? part.of : { type: "not", of: part };
}

function segment(id: string, context: Visit, at: string): Reduced {
  const definition = context.facts.segments.get(id);
  const values = { segment: id };
  if (!definition || context.inside.has(id)) {
    context.trace.push({ at, type: "segment", holds: "broken", values });
    return false;
  }
  const inside = new Set([...context.inside, id]);
  const place = `${at && `${at}.`}segment(${id})`;
  const result = visit(definition.when, { ...context, inside }, place);
  const holds = typeof result === "boolean" ? result : "page";
  context.trace.push({ at, type: "segment", holds, values });
  return result;
}

type Leaf = Exclude<Condition, { type: "all" | "any" | "not" | "segment" }>;

function leaf(condition: Leaf, context: Visit, at: string): Reduced {
  const { facts, trace } = context;
  const note = (holds: boolean | "page", values: ConditionTrace["values"]) => {
    trace.push({ at, type: condition.type, holds, values });
  };
  switch (condition.type) {
    case "used": {
      const { feature, times = 1, within } = condition;
      const holds = facts.used(feature, times, within);
      note(holds, { feature, times, within: within ?? null });
      return holds;
    }
    case "sequence": {
      const holds = facts.sequence(condition.sequence);
      note(holds, { steps: condition.sequence.steps.length });
      return holds;
    }
    case "count": {
      const { feature, op, value, within } = condition;
      const found = facts.count(condition);
      const holds = compareCount(condition, found);
      note(holds, { feature, op, value, within, found });
      return holds;
    }
    case "absent": {
      const { feature, after } = condition;
      const from = facts.absentFrom(condition);
      const had = from !== null && !context.negated && from <= (context.startedAt ?? 0);
      const holds = from !== null && from <= facts.now && !had;
      note(holds, { feature, after, for: condition.for, from, had });
      return holds;
    }
    case "signal": {
      const { signal, is = true } = condition;
      const found = facts.signals.has(signal);
      note(found === is, { signal, is, found });
      return found === is;
    }
    case "guide": {
      const { guide } = condition;
      const run = facts.runs.get(guide);
      const holds = run?.status === "completed" || run?.completedBefore === true;
      note(holds, { guide, found: run?.status ?? null });
      return holds;
    }
    case "attribute": {
      const attributes = facts[condition.of];
      const holds = attributeHolds(condition, attributes);
      const { of, name, op, value } = condition;
      const found = Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
      note(holds, { of, name, op, value: value === undefined ? null : String(value), found });
      return holds;
    }
    case "page": {
      const { host = null, path = null } = condition.url;
      const holds = facts.address && matchesUrl(condition.url, facts.address);
      note(holds ?? "page", { host, path, found: facts.address?.pathname ?? null });
      return holds ?? condition;
    }
    case "element": {
      const { selector, state, min = 1 } = condition;
      const holds = facts.element?.(condition);
      note(holds ?? "page", { selector, state, min });
      return holds ?? condition;
    }
  }
}
