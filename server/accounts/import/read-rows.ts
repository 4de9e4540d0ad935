import type { CsvRow } from "../../../lib/exchange/csv.ts";
import type { DateOrder } from "../../../lib/model/account-import.ts";
import type { Journey } from "../../../lib/model/journey.ts";
import { toMinor } from "../../../lib/model/money.ts";
import type { Problem } from "../../../lib/model/parse.ts";
import { RULES, sayRule } from "../../../lib/model/rule.ts";
import { decimalMark, readCurrency, readNumber } from "./amounts.ts";
import { readDay } from "./dates.ts";

export const DATES = [
  "customerSince",
  "contractStart",
  "contractEnd",
  "renewal",
  "churnedOn",
  "stageSince",
  "lastContact",
] as const;
const AMOUNTS = ["mrr", "arr", "seats"];

export interface Reading {
  headings: readonly string[];
  fields: readonly (string | null)[];
  dates: DateOrder;
  currency: string | undefined;
  journey: Journey;
  today: string;
}

export interface ReadRow {
  line: number;
  /** A patch with an id. An empty cell says nothing. */
  entry: Record<string, unknown>;
  problems: Problem[];
  /** The day of the last contact, where the row says it. */
  contact: string | null;
  /** Whether the person carries the product at their account, where the row says so. */
  champion: boolean | null;
}

/** What each row says about an account, as far as it can be read; what is wrong is told by its heading. */
export function readRows(rows: readonly CsvRow[], reading: Reading): ReadRow[] {
  const { headings, fields } = reading;
  const marks = fields.map((field, at) =>
    AMOUNTS.includes(field ?? "") ? decimalMark(rows.map(({ cells }) => cells[at] ?? "")) : ".",
  );
  return rows.map(({ cells, line, openQuote }) => {
    const entry: Record<string, unknown> = {};
    const custom: Record<string, unknown> = {};
    const champion: Record<string, string> = {};
    const problems: Problem[] = [];
    for (const [at, field] of fields.entries()) {
      const cell = cells[at]?.trim() ?? "";
      if (field === null || cell === "") continue;
      if (field.startsWith("custom.")) custom[field.slice("custom.".length)] = cell.slice(0, 256);
      else if (field === "championName") champion.name = cell;
      else if (field === "championEmail") champion.email = cell;
      else {
        const heading = headings[at] ?? "";
        const read = readCell(field, cell, { ...reading, heading, mark: marks[at] ?? "." });
        if ("value" in read) entry[field === "arr" ? "mrr" : field] = read.value;
        else problems.push({ path: heading, found: JSON.stringify(cell.slice(0, 80)), ...read });
      }
    }
    const contact = typeof entry.lastContact === "string" ? entry.lastContact : null;
    delete entry.lastContact;
    const isChampion = typeof entry.champion === "boolean" ? entry.champion : null;
    delete entry.champion;
    if (Object.keys(custom).length > 0) entry.custom = custom;
    if (Object.keys(champion).length > 0) {
      entry.champions = [{ name: champion.name ?? champion.email, ...champion }];
    }
    if (cells.length > headings.length) {
      const allowed = sayRule("cellCount", { count: headings.length });
      problems.push({ path: "", found: `${cells.length} cells`, allowed });
    }
    if (openQuote !== undefined) {
      const allowed = RULES.cellQuote;
      problems.push({ path: "", found: "a quotation mark that does not end its cell", allowed });
    }
    return { line, entry, problems, contact, champion: isChampion };
  });
}

type Read = { value: unknown } | { allowed: string };

function readCell(
  field: string,
  cell: string,
  {
    heading,
    mark,
    dates,
    currency,
    journey,
    today,
  }: Reading & { heading: string; mark: "." | "," },
): Read {
  if ((DATES as readonly string[]).includes(field)) {
    const value = readDay(cell, dates);
    if (field === "lastContact" && value && value > today) {
      return { allowed: sayRule("upToToday", { today }) };
    }
    return value ? { value } : { allowed: RULES.cellDay };
  }
  if (field === "seats") {
    const value = readNumber(cell, mark);
    return value !== undefined && Number.isInteger(value)
      ? { value }
      : { allowed: RULES.cellWhole };
  }
  if (field === "mrr" || field === "arr") {
    const amount = readNumber(cell, mark);
    const unit = readCurrency(cell) ?? readCurrency(heading) ?? currency;
    if (amount === undefined) return { allowed: RULES.cellAmount };
    if (unit === undefined) return { allowed: RULES.cellCurrency };
    const minor = toMinor(amount, unit);
    return { value: { minor: field === "arr" ? Math.round(minor / 12) : minor, currency: unit } };
  }
  if (field === "modules") {
    const names = cell.split(/[;,|]/).map((name) => name.trim());
    return { value: [...new Set(names.filter((name) => name !== ""))] };
  }
  if (field === "stage") {
    const word = cell.toLowerCase();
    const stage = journey.stages.find(
      ({ id, name }) =>
        id === word || Object.values(name).some((one) => one.toLowerCase() === word),
    );
    const all = journey.stages.map(({ id }) => id).join(", ");
    return stage ? { value: stage.id } : { allowed: sayRule("stage", { stages: all }) };
  }
  if (field === "champion") {
    const isYes = YES.find(([, words]) => words.test(cell))?.[0];
    return isYes === undefined ? { allowed: RULES.cellYes } : { value: isYes };
  }
  if (field === "touchModel") {
    const level = LEVELS.find(([, words]) => words.test(cell))?.[0];
    return level ? { value: level } : { allowed: RULES.cellLevel };
  }
  return { value: field === "churnKind" ? cell.toLowerCase() : cell };
}

const YES = [
  [true, /^(yes|y|true|1|x|\+|да|д)$/i],
  [false, /^(no|n|false|0|-|–|—|нет|н)$/i],
] as const;

const LEVELS = [
  ["high", /^(high|высок)/i],
  ["medium", /^(medium|mid|средн)/i],
  ["low", /^(low|tech|низк)/i],
] as const;
