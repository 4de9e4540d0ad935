import { availableParallelism, cpus, release, type } from "node:os";
import type { Bench, Budget, Figure } from "./bench.ts";

export type Verdict = "ok" | "over";

/** Nothing for figures without a budget. */
export function verdictOf({ value, budget }: Figure): Verdict | undefined {
  if (!budget) return undefined;
  const kept = "atMost" in budget ? value <= budget.atMost : value >= budget.atLeast;
  return kept ? "ok" : "over";
}

/** A table for people, one line a figure. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ["figure", "value", "unit", "budget", ""],
    ...figures.map((figure) => [
      figure.name,
      round(figure.value).toLocaleString("en-US"),
      figure.unit,
      figure.budget ? budgetText(figure.budget) : "",
      verdictOf(figure) ?? "",
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The same figures for programs, in one line. */
export function jsonOf({ name }: Bench, figures: readonly Figure[], at: Date): string {
  return JSON.stringify({
    bench: name,
    at: at.toISOString(),
    machine: {
      system: `${type()} ${release()}`,
      cpu: cpus()[0]?.model,
      cores: availableParallelism(),
    },
    figures: figures.map((figure) => ({
      ...figure,
      value: round(figure.value),
      ...(figure.budget && { verdict: verdictOf(figure) }),
    })),
  });
}

function budgetText(budget: Budget): string {
  return "atMost" in budget
    ? `≤ ${budget.atMost.toLocaleString("en-US")}`
    : `≥ ${budget.atLeast.toLocaleString("en-US")}`;
}

/** Three digits that count, whole numbers from a hundred on. */
function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
