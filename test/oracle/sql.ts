import { durationMs } from "../../lib/model/duration.ts";
import type { Sequence } from "../../lib/model/sequence.ts";
import type { Engine } from "./engine.ts";

/** What a sequence is in ClickHouse's words, over rows (t, f). */

/** Stand for what an engine wants there. */
const [FUNNEL_TIME, PATTERN_TIME] = ["{funnel time}", "{pattern time}"];

export function forEngine(sql: string, time: Engine["time"]): string {
  return sql.replace(FUNNEL_TIME, time.funnel).replace(PATTERN_TIME, time.pattern);
}

/** One set of features for each place. */
function places({ steps }: Sequence): string[][] {
  return steps.flatMap(({ feature, times = 1 }) =>
    Array.from({ length: times }, () => [feature].flat()),
  );
}

function conditions(sets: readonly (readonly string[])[]): string {
  return sets.map((set) => `f IN (${set.map((name) => `'${name}'`).join()})`).join(", ");
}

export function funnel(sequence: Sequence, ...modes: string[]): string {
  const window = durationMs(sequence.within ?? "1w");
  const options = modes.map((mode) => `, '${mode}'`).join("");
  return `windowFunnel(${window}${options})(${FUNNEL_TIME}, ${conditions(places(sequence))})`;
}

/**
 * `between` stands between the places; `others` are features that count as rows although no place wants them. There is
 * always one condition more than places, because one alone is refused.
 */
export function pattern(
  what: "sequenceCount" | "sequenceMatch",
  sequence: Sequence,
  between: string,
  others: readonly string[] = [],
): string {
  const sets = places(sequence);
  const text = sets.map((_, n) => `(?${n + 1})`).join(between);
  return `${what}('${text}')(${PATTERN_TIME}, ${conditions([...sets, ["", ...others]])})`;
}
