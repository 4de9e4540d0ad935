import type { TourId } from "../../support/node-red-tours.ts";
import type { Report } from "./author.ts";
import type { Walked } from "./walk.ts";

const IMPORTED: Record<Report["outcome"], string> = {
  exact: "found",
  part: "most of it found",
  unsure: "there, but nothing tells it from others",
  missing: "no longer there",
  hidden: "there, but hidden",
  invalid: "no CSS selector",
  code: "a function",
};

const SEEN = { whole: "pointed at", part: "pointed at what is in it" };

/** What became of each target of a tour, as rows of a table. */
export function tableOf(
  id: TourId,
  steps: number,
  reports: readonly Report[],
  seen: Walked["seen"],
): string {
  if (reports.length === 0) return "This tour points at nothing.";
  const rows = reports.map(({ index, target, outcome, mend }) => {
    const around = seen.get(index);
    return [
      `${id}, ${index + 1} of ${steps}`,
      target ? `\`${target}\`` : "",
      IMPORTED[outcome],
      mend ? `\`${mend}\`` : "",
      around ? SEEN[around] : "in the middle",
    ];
  });
  return rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
