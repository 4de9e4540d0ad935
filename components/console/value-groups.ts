import type { SignalReport } from "../../lib/model/signal-report.ts";
import type { SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";

export interface ValueGroup {
  /** Those from `value` to `to`; without it, those of this value. */
  value: SignalScalar;
  to?: number;
  people: number;
}

/** Parts into which shares from 0 to 1 are sorted. */
const PARTS = 10;
/** Days into which active days are sorted: a week. */
const WEEK = 7;

/** People by value: numbers in ranges from low to high, then words, the most frequent first, then those without a value. */
export function groupValues(kind: SignalKind | null, values: SignalReport["values"]): ValueGroup[] {
  const numbers = values.flatMap(({ value, people }) =>
    typeof value === "number" ? [{ value, people }] : [],
  );
  const rest = values.filter(({ value }) => typeof value !== "number");
  const ranges = numbers.length === 0 ? [] : kind === "active-days" ? days() : shares();
  return [
    ...ranges.map(({ from, to, includesEnd }) => ({
      value: from,
      to,
      people: numbers
        .filter(({ value }) => value >= from && (value < to || (includesEnd && value <= to)))
        .reduce((sum, { people }) => sum + people, 0),
    })),
    ...rest.filter(({ value }) => value !== null),
    ...rest.filter(({ value }) => value === null),
  ];
}

function shares() {
  return Array.from({ length: PARTS }, (_, at) => ({
    from: at / PARTS,
    to: (at + 1) / PARTS,
    includesEnd: at === PARTS - 1,
  }));
}

/** None, and then weeks of days: 1 to 7, 8 to 14 and so on. */
function days() {
  const weeks = Array.from({ length: 4 }, (_, at) => ({
    from: at * WEEK + 1,
    to: (at + 1) * WEEK,
    includesEnd: true,
  }));
  return [{ from: 0, to: 0, includesEnd: true }, ...weeks];
}
