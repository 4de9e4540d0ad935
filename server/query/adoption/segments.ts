import { NO_FACTS } from "../../../lib/decide/no-facts.ts";
import { reduce } from "../../../lib/decide/reduce.ts";
import type { Condition } from "../../../lib/model/condition.ts";
import type { Attributes } from "../../../lib/model/primitives.ts";
import type { Segment } from "../../../lib/model/segment.ts";

/** What the server knows of a person that segments may ask for. */
export interface Known {
  user: Attributes;
  account: Attributes;
  /** Those that are true. */
  signals: ReadonlySet<string>;
}

type Segments = ReadonlyMap<string, Segment>;

/** The conditions without parts of their own that a condition comes down to, those of segments it names included. */
export function leavesOf(
  condition: Condition,
  segments: Segments,
  inside: ReadonlySet<string> = new Set(),
): Condition[] {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => leavesOf(part, segments, inside));
    case "not":
      return leavesOf(condition.of, segments, inside);
    case "segment": {
      const { segment: id } = condition;
      const named = segments.get(id);
      return named && !inside.has(id)
        ? leavesOf(named.when, segments, new Set([...inside, id]))
        : [];
    }
    default:
      return [condition];
  }
}

/** The kind of condition for which only the device knows enough; undefined: the server can decide it. */
export function undecidable(condition: Condition, segments: Segments): string | undefined {
  return leavesOf(condition, segments)
    .map(({ type }) => type)
    .find((type) => type !== "attribute" && type !== "signal");
}

/** Decides as a device does, of a condition that is not `undecidable`. */
export function holds(condition: Condition, known: Known, segments: Segments): boolean {
  return reduce(condition, { ...NO_FACTS, ...known, segments }, []) === true;
}
