import { isDeepStrictEqual } from "node:util";
import type { ValueSource } from "../../lib/model/account-value.ts";
import type { AccountRecord, Change, Saying, Values } from "./record.ts";

export interface Applied {
  record: AccountRecord;
  changes: Change[];
  /** Fields whose value a person had corrected, and which therefore stay (K3 of docs/spec/accounts.md). */
  held: string[];
}

/**
 * What becomes of a record when somebody says something about it: K2 to K5 of docs/spec/accounts.md. A value of null,
 * or an empty list, is not known.
 */
export function applyValues(record: AccountRecord, said: Values, saying: Saying): Applied {
  const values: Record<string, unknown> = { ...record.values };
  const sources: Record<string, ValueSource> = { ...record.sources };
  const changes: Change[] = [];
  const held: string[] = [];
  for (const [field, told] of Object.entries(said)) {
    const after = isNothing(told) ? null : told;
    const before = values[field] ?? null;
    const from = sources[field];
    if (from && isLate(saying, from)) continue;
    if (isSame(before, after)) {
      const settled =
        from?.held && (saying.source === "hand" || saying.source === from.held.source);
      if (from && settled) sources[field] = withoutHeld(from);
      continue;
    }
    if (from?.source === "hand" && saying.source !== "hand" && !saying.overwrite) {
      held.push(field);
      sources[field] = { ...from, held: { value: after, source: saying.source, at: saying.at } };
      continue;
    }
    if (after === null) delete values[field];
    else values[field] = after;
    sources[field] = { source: saying.source, at: saying.at };
    changes.push({ field, before, beforeSource: from ?? null, after });
  }
  return { record: { values, sources }, changes, held };
}

/** What an app said late adds nothing to what was said since. */
function isLate({ source, at }: Saying, from: ValueSource): boolean {
  return source === "app" && (at < from.at || (from.held !== undefined && at < from.held.at));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** An amount that is the same is no news, whatever day it is said on. */
function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(withoutDay(a), withoutDay(b));
}

function withoutDay(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("minor" in value)) return value;
  const { minor, currency } = value as Record<string, unknown>;
  return [minor, currency];
}

function withoutHeld({ source, at }: ValueSource): ValueSource {
  return { source, at };
}
