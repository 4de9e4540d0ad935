import { mainLanguage } from "../../draft/languages.ts";
import type { Guide } from "../../model/guide.ts";
import { type CsvRow, csvText, readCsv } from "../csv.ts";
import { placeAt, type TextPlace } from "../text-place.ts";
import { contextOf } from "./context.ts";
import { near } from "./fault.ts";
import { readTaggedText, taggedText } from "./tagged-text.ts";
import { type ReadTranslation, type ReadUnit, refused } from "./translation-file.ts";
import { unitsOf } from "./units.ts";

const COLUMNS = ["id", "context", "source", "target", "state"] as const;
type Column = (typeof COLUMNS)[number];
const DONE = /^(translated|reviewed|final)$/i;

/** The texts of a guide with their translation into `language`, as a table for spreadsheets. */
export function translationCsv(guide: Guide, language: string): string {
  const from = mainLanguage(guide);
  const head = ["id", "context", `source (${from})`, `target (${language})`, "state"];
  const rows = unitsOf(guide, language).map((unit) => [
    `${guide.id}:${unit.id}`,
    contextOf(unit, guide, from),
    taggedText(unit.source),
    unit.target ? taggedText(unit.target) : "",
    unit.target ? (unit.outdated ? "outdated" : "translated") : "new",
  ]);
  return csvText([head, ...rows]);
}

export function readTranslationCsv(text: string): ReadTranslation {
  const { rows: all } = readCsv(text);
  const open = all.find(({ openQuote }) => openQuote !== undefined)?.openQuote;
  if (open !== undefined) {
    return refused({ ...placeAt(text, open), fault: "quote", near: near(text.slice(open)) });
  }
  const [head, ...rows] = all;
  if (!head || rows.length === 0) return refused({ fault: "empty", near: "" });
  const names = head.cells.map((cell) => cell.trim());
  const places = new Map<Column, number>();
  for (const column of COLUMNS) {
    const at = names.findIndex((name) => name.toLowerCase().split(/[^a-z]/)[0] === column);
    if (at >= 0) places.set(column, at);
  }
  const languageOf = (column: Column) =>
    /\(([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)/.exec(names[places.get(column) ?? -1] ?? "")?.[1];
  const lacking = COLUMNS.filter((one) => one !== "context" && one !== "state" && !places.has(one));
  if (lacking.length > 0)
    return refused({ ...placeOf(head), fault: "columns", near: lacking.join(", ") });
  const [from, to] = [languageOf("source"), languageOf("target")];
  if (!from || !to) return refused({ ...placeOf(head), fault: "languages", near: from ?? "" });
  const units = rows.map((row) => readRow(row, places));
  const [guide = ""] = (rows[0]?.cells[places.get("id") ?? 0] ?? "").split(":");
  const strange = units.find(({ id }) => !id.startsWith(`${guide}:`));
  if (strange) return refused({ ...strange.place, fault: "other-guide", near: strange.id });
  return {
    ok: true,
    file: {
      guide,
      from,
      to,
      units: units.map((unit) => ({ ...unit, id: unit.id.slice(guide.length + 1) })),
    },
  };
}

function placeOf({ line }: CsvRow): TextPlace {
  return { line, column: 1 };
}

function readRow(row: CsvRow, places: ReadonlyMap<Column, number>): ReadUnit {
  const of = (column: Column) => row.cells[places.get(column) ?? -1] ?? "";
  const target = of("target");
  return {
    id: of("id").trim(),
    place: placeOf(row),
    source: readTaggedText(of("source")),
    target: target.trim() === "" ? null : readTaggedText(target),
    done: DONE.test(of("state").trim()),
  };
}
