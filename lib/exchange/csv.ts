import papa from "papaparse";
import { type CsvDelimiter, CsvDelimiter as Delimiters } from "../model/account-import.ts";

/** A row of a table in a file. Lines that quotes hold together are one row. */
export interface CsvRow {
  cells: string[];
  /** Where it begins, from 1. */
  line: number;
  /** The place in the text of a quotation mark that opens a cell and does not close it. */
  openQuote?: number;
}

export interface CsvTable {
  delimiter: CsvDelimiter;
  rows: CsvRow[];
}

/** Lines by which a delimiter is chosen. */
const LOOKED_AT = 20;

/**
 * Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8. `escapeFormulae`: what they would take for a
 * formula is made a text.
 */
export function csvText(
  rows: readonly (readonly string[])[],
  { escapeFormulae = false } = {},
): string {
  // What other spreadsheets would cut a cell at, or trim, is quoted too.
  const quotes = (cell: string) => /[;\t]|^\s|\s$/.test(cell);
  return `\uFEFF${papa.unparse(rows, { quotes, escapeFormulae })}\r\n`;
}

/** Reads the same, also with other delimiters and line ends. Empty rows are none. */
export function readCsv(text: string, wanted?: CsvDelimiter): CsvTable {
  const delimiter = wanted ?? guessDelimiter(text);
  return { delimiter, rows: rowsOf(text, delimiter) };
}

/**
 * The one that cuts the first rows into as many cells each, and into most. Papa Parse's guess prefers even rows to wide
 * ones, and takes what stands in every cell for a delimiter.
 */
function guessDelimiter(text: string): CsvDelimiter {
  const start = text.split(/\r\n|\r|\n/, LOOKED_AT).join("\n");
  const score = (delimiter: CsvDelimiter) => {
    const widths = rowsOf(start, delimiter).map(({ cells }) => cells.length);
    const first = widths[0] ?? 1;
    const alike = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    return first > 1 ? first * alike ** 2 : 0;
  };
  return Delimiters.options.reduce((best, one) => (score(one) > score(best) ? one : best));
}

function rowsOf(text: string, delimiter: CsvDelimiter): CsvRow[] {
  const rows: CsvRow[] = [];
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const body = text.slice(mark);
  // A file may have both kinds of line ends, of which Papa Parse takes one: the rest of the other is cut off below.
  const newline = body.replace(/"[^"]*"/g, "").includes("\n") ? "\n" : "\r";
  let began = 0;
  let line = 1;
  papa.parse(body.endsWith(newline) ? body : body + newline, {
    delimiter,
    newline,
    step: ({ data, errors: [fault], meta: { cursor } }) => {
      const cells = data.map((cell, at) =>
        at === data.length - 1 ? cell.replace(/\r$/, "") : cell,
      );
      if (fault) rows.push({ cells, line, openQuote: mark + (fault.index ?? began + 1) - 1 });
      else if (cells.some((cell) => cell.trim() !== "")) rows.push({ cells, line });
      line += body.slice(began, cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      began = cursor;
    },
  });
  return rows;
}
