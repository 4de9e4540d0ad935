import { expect, test } from "vitest";
import { readTriangle } from "./retention-triangle.ts";

test("all cohorts together count only those for whom the week is over", () => {
  const { weeks, rows } = readTriangle({
    from: null,
    weeks: 3,
    cohorts: [
      { week: "2026-02-02", people: 10, returned: [6, 4] },
      { week: "2026-02-09", people: 30, returned: [12] },
      { week: "2026-02-16", people: 5, returned: [] },
    ],
  });
  expect(weeks).toEqual([1, 2]);
  expect(rows).toEqual([
    {
      week: null,
      people: 45,
      cells: [
        { returned: 18, of: 40 },
        { returned: 4, of: 10 },
      ],
    },
    {
      week: "2026-02-02",
      people: 10,
      cells: [
        { returned: 6, of: 10 },
        { returned: 4, of: 10 },
      ],
    },
    { week: "2026-02-09", people: 30, cells: [{ returned: 12, of: 30 }, null] },
    { week: "2026-02-16", people: 5, cells: [null, null] },
  ]);
});

test("before any week is over there is one empty column", () => {
  const cohorts = [{ week: "2026-02-16", people: 5, returned: [] }];
  expect(readTriangle({ from: null, weeks: 1, cohorts }).rows[0]?.cells).toEqual([null]);
});
