import { readCsv } from "../../../lib/exchange/csv.ts";
import type {
  ImportOrder,
  ImportPreview,
  ImportSubject,
} from "../../../lib/model/account-import.ts";
import { ACCOUNT_VALUES } from "../../../lib/model/account-value.ts";
import type { Journey } from "../../../lib/model/journey.ts";
import type { Problem } from "../../../lib/model/parse.ts";
import { RULES, sayRule } from "../../../lib/model/rule.ts";
import { USER_VALUES } from "../../../lib/model/user.ts";
import { badRequest } from "../../http/errors.ts";
import { guessOrder } from "./dates.ts";
import { decode } from "./decode.ts";
import { guessColumns } from "./guess.ts";
import { DATES, type ReadRow, readRows } from "./read-rows.ts";

const MOST_ROWS = 10_000;
const SAMPLES = 3;

/** Fields that cells can say. */
const TARGETS: Readonly<Record<ImportSubject, readonly string[]>> = {
  accounts: [
    "id",
    ...Object.keys(ACCOUNT_VALUES).filter((field) => field !== "champions" && field !== "goals"),
    "stageSince",
    "lastContact",
    "arr",
    "championName",
    "championEmail",
  ],
  users: ["id", ...Object.keys(USER_VALUES), "champion"],
};

const WHOSE_ID: Readonly<Record<ImportSubject, string>> = {
  accounts: "account",
  users: "person",
};

export interface ImportPlan
  extends Pick<ImportPreview, "encoding" | "delimiter" | "columns" | "dates" | "problems"> {
  /** None where the columns have problems. */
  rows: ReadRow[];
}

/** How a file is read: as it was ordered, and else as it is guessed. Throws when there is nothing to read in it. */
export function planImport(
  order: ImportOrder,
  { journey, today }: { journey: Journey; today: string },
): ImportPlan {
  const { text, encoding } = decode(Buffer.from(order.data, "base64"), order.encoding);
  const { delimiter, rows } = readCsv(text, order.delimiter);
  const [head, ...body] = rows;
  const problem = sizeProblem(body.length);
  if (!head || problem) throw badRequest([problem ?? NOTHING]);
  const headings = head.cells.map((cell) => cell.trim());
  const guessed = guessColumns(headings, order.of);
  const fields = headings.map((_, at) =>
    order.columns ? (order.columns[at] ?? null) : (guessed[at] ?? null),
  );
  const problems = columnProblems(fields, order.of);
  const cellsOf = (at: number) => body.map(({ cells }) => cells[at]?.trim() ?? "");
  const dated = fields.flatMap((field, at) =>
    (DATES as readonly (string | null)[]).includes(field) ? cellsOf(at) : [],
  );
  const dates = order.dates ?? guessOrder(dated);
  const reading = {
    headings,
    fields,
    dates: dates === "mdy" ? ("mdy" as const) : ("dmy" as const),
    currency: order.currency,
    journey,
    today,
  };
  return {
    encoding,
    delimiter,
    dates,
    columns: headings.map((name, at) => ({
      name,
      field: fields[at] ?? null,
      samples: [...new Set(cellsOf(at).filter((cell) => cell !== ""))].slice(0, SAMPLES),
    })),
    problems,
    rows: problems.length > 0 ? [] : readRows(body, reading),
  };
}

const NOTHING: Problem = {
  path: "data",
  found: "no row below a line of headings",
  allowed: RULES.fileRows,
};

function sizeProblem(rows: number): Problem | undefined {
  if (rows === 0) return NOTHING;
  if (rows <= MOST_ROWS) return undefined;
  return {
    path: "data",
    found: `${rows} rows`,
    allowed: sayRule("fileSize", { max: MOST_ROWS }),
  };
}

function columnProblems(fields: readonly (string | null)[], of: ImportSubject): Problem[] {
  const problems: Problem[] = [];
  const custom = of === "accounts" ? ", custom.NAME" : "";
  const allowed = `${TARGETS[of].join(", ")}${custom}, or null`;
  for (const [at, field] of fields.entries()) {
    const path = `columns[${at}]`;
    const found = JSON.stringify(field);
    const isCustom = of === "accounts" && /^custom\..{1,64}$/.test(field ?? "");
    const isKnown = field === null || TARGETS[of].includes(field) || isCustom;
    if (!isKnown) problems.push({ path, found, allowed });
    else if (field !== null && fields.indexOf(field) < at) {
      problems.push({ path, found: `${found} again`, allowed: RULES.fieldOnce });
    }
  }
  if (!fields.includes("id")) {
    const whose = WHOSE_ID[of];
    const found = `no column with the ${whose}'s id`;
    const needed = sayRule("idColumn", { whose });
    problems.push({ path: "columns", found, allowed: needed });
  }
  if (fields.includes("mrr") && fields.includes("arr")) {
    problems.push({ path: "columns", found: "mrr and arr", allowed: RULES.oneAmount });
  }
  return problems;
}
