import {
  type CsvDelimiter,
  CsvDelimiter as Delimiters,
} from "../../../lib/model/account-import.ts";

export interface CsvRow {
  cells: string[];
  /** Where it begins, from 1. */
  line: number;
}

export interface CsvTable {
  delimiter: CsvDelimiter;
  rows: CsvRow[];
}

/** Lines by which a delimiter is chosen. */
const LOOKED_AT = 20;

/** Reads RFC 4180, also with other delimiters and line ends. Empty rows are none. An open quotation ends with the file. */
export function readCsv(text: string, wanted?: CsvDelimiter): CsvTable {
  const delimiter = wanted ?? guessDelimiter(text);
  return { delimiter, rows: rowsOf(text, delimiter) };
}

/** The one that cuts the first rows into as many cells each, and into most. */
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
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let began = 1;
  let at = 0;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one.trim() !== "")) rows.push({ cells, line: began });
    cells = [];
    began = line;
  };
  while (at < text.length) {
    const char = text[at];
    if (char === '"' && cell.trim() === "") {
      const end = endOfQuote(text, at);
      const inside = text.slice(at + 1, end);
      cell = inside.replaceAll('""', '"');
      line += inside.match(/\r\n|\r|\n/g)?.length ?? 0;
      at = end + 1;
    } else if (char === delimiter) {
      endCell();
      at += 1;
    } else if (char === "\n" || char === "\r") {
      at += char === "\r" && text[at + 1] === "\n" ? 2 : 1;
      line += 1;
      endRow();
    } else {
      cell += char;
      at += 1;
    }
  }
  endRow();
  return rows;
}

/** Where the quotation that begins at `from` ends: its closing mark, or the end of the text. */
function endOfQuote(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text[at + 1] !== '"') return at;
  }
}
