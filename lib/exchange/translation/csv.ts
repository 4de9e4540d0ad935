import { placeAt, type TextPlace } from "../text-place.ts";
import { near, type TranslationProblem } from "./fault.ts";

/** A row of a table in a file. Lines that quotes hold together are one row. */
export interface CsvRow {
  cells: string[];
  place: TextPlace;
}

/** Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads the same, also with the semicolons or tabs that spreadsheets write in many countries. Empty rows are none. */
export function readCsv(
  text: string,
): { ok: true; rows: CsvRow[] } | { ok: false; problem: TranslationProblem } {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const [separator = ","] = /[,;\t]/.exec(/^.*/.exec(text)?.[0] ?? "") ?? [];
  const token = new RegExp(
    `"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)|(${separator})|(\\r\\n|\\r|\\n)|(")`,
    "gy",
  );
  token.lastIndex = start;
  const rows: CsvRow[] = [];
  let cells = [""];
  let began = start;
  const endRow = (next: number) => {
    if (cells.some((one) => one !== "")) rows.push({ cells, place: placeAt(text, began) });
    cells = [""];
    began = next;
  };
  for (const found of text.matchAll(token)) {
    const [, quoted, plain, next, line, open] = found;
    const last = cells.length - 1;
    if (open !== undefined) {
      return {
        ok: false,
        problem: {
          ...placeAt(text, found.index),
          fault: "quote",
          near: near(text.slice(found.index)),
        },
      };
    }
    if (next !== undefined) cells.push("");
    else if (line !== undefined) endRow(found.index + line.length);
    else cells[last] += quoted?.replaceAll('""', '"') ?? plain ?? "";
  }
  endRow(text.length);
  return { ok: true, rows };
}
