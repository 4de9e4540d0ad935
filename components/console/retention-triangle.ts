import type { RetentionCohorts } from "../../lib/model/activity.ts";

export interface TriangleRow {
  /** Null: all cohorts together. */
  week: string | null;
  people: number;
  /** By week; null: it is not over yet. */
  cells: ({ returned: number; of: number } | null)[];
}

/** The cohorts as a triangle under a row of all: of each week, those cohorts count for which it is over. */
export function readTriangle({ cohorts }: RetentionCohorts): {
  weeks: number[];
  rows: TriangleRow[];
} {
  const longest = Math.max(1, ...cohorts.map(({ returned }) => returned.length));
  const weeks = Array.from({ length: longest }, (_, at) => at + 1);
  const rows = cohorts.map(({ week, people, returned }) => ({
    week,
    people,
    cells: weeks.map((_, at) => {
      const count = returned[at];
      return count === undefined ? null : { returned: count, of: people };
    }),
  }));
  const all: TriangleRow = {
    week: null,
    people: rows.reduce((sum, { people }) => sum + people, 0),
    cells: weeks.map((_, at) => {
      const told = rows.flatMap(({ cells }) => cells[at] ?? []);
      if (told.length === 0) return null;
      return {
        returned: told.reduce((sum, { returned }) => sum + returned, 0),
        of: told.reduce((sum, { of }) => sum + of, 0),
      };
    }),
  };
  return { weeks, rows: [all, ...rows] };
}
