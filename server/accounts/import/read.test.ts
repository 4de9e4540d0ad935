import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../lib/exchange/csv.ts";
import { DEFAULT_JOURNEY } from "../../../lib/model/journey.ts";
import { decimalMark, readCurrency, readNumber } from "./amounts.ts";
import { guessOrder, readDay } from "./dates.ts";
import { decode } from "./decode.ts";
import { guessColumns } from "./guess.ts";
import { readRows } from "./read-rows.ts";

describe("what a file of accounts says", () => {
  it.each([
    ["1 250,50 €", 1250.5],
    ["1.250,50", 1250.5],
    ["$1,250.50", 1250.5],
    ["1,250", 1250],
    ["1.250", 1250],
    ["12 000 руб.", 12_000],
    ["12 500,50 руб.", 12_500.5],
    ["99.9", 99.9],
    ["1,234,567", 1_234_567],
  ])("K14: %s is an amount", (cell, value) => {
    expect(readNumber(cell, decimalMark([cell]))).toBe(value);
  });

  it.each(["-5", "much", "1.2.3,4,5", ""])("K15: %j is no amount", (cell) => {
    expect(readNumber(cell, decimalMark([cell]))).toBeUndefined();
  });

  it("K14: a mark is told from the whole column", () => {
    expect(readNumber("1.250", decimalMark(["1.250", "2.5"]))).toBe(1.25);
    expect(["5 ₽", "MRR (EUR)", "$5", "5 CHF", "5"].map(readCurrency)).toEqual([
      "RUB",
      "EUR",
      "USD",
      "CHF",
      undefined,
    ]);
  });

  it.each([
    ["2026-11-30T10:00:00Z", "2026-11-30"],
    ["30.11.2026", "2026-11-30"],
    ["1/2/26", "2026-02-01"],
    ["30 Nov 2026", "2026-11-30"],
    ["Nov 30, 2026", "2026-11-30"],
    ["30 ноября 2026 г.", "2026-11-30"],
    ["1 мая 2027", "2027-05-01"],
    ["31.02.2026", undefined],
    ["soon", undefined],
  ])("K14: %s is the day %s", (cell, day) => {
    expect(readDay(cell, "dmy")).toBe(day);
  });

  it("K15: whether the day or the month comes first is told from all dates, or not at all", () => {
    expect(guessOrder(["01/02/2026", "13/02/2026"])).toBe("dmy");
    expect(guessOrder(["01/02/2026", "02/13/2026"])).toBe("mdy");
    expect(guessOrder(["01/02/2026"])).toBe("?");
    expect(guessOrder(["01.02.2026"])).toBe("dmy");
    expect(guessOrder(["2026-01-02", "03/03/2026"])).toBeNull();
  });

  it("K14: headings are known in English and Russian, each field once", () => {
    expect(
      guessColumns(
        ["Account ID", "Компания", "MRR", "renewalDate", "E-mail", "mrr", "Foo"],
        "accounts",
      ),
    ).toEqual(["id", "name", "mrr", "renewal", "championEmail", null, null]);
    expect(guessColumns(["Логин", "ФИО", "E-mail", "Должность", "Код клиента"], "users")).toEqual([
      "id",
      "name",
      "email",
      "role",
      "account",
    ]);
  });

  it("K14: UTF-8, Windows-1251 and Windows-1252 are told from each other", () => {
    expect(decode(Buffer.from("Берёза")).encoding).toBe("utf-8");
    expect(decode(Uint8Array.of(0xc1, 0xe5, 0xf0, 0xb8, 0xe7, 0xe0))).toEqual({
      text: "Берёза",
      encoding: "windows-1251",
    });
    expect(decode(Buffer.from("Müller; Café", "latin1")).encoding).toBe("windows-1252");
  });

  it("K14: whatever cells hold comes back, with every delimiter and line end", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "я", " ", ",", ";", "\t", "|", '"', "\n", "\r\n"),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        (rows, mark, end) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(mark))
            .join(end);
          const full = rows.filter((cells) => cells.some((one) => one.trim() !== ""));
          expect(readCsv(text, mark as ",").rows.map(({ cells }) => cells)).toEqual(full);
        },
      ),
    );
  });

  it("K14: the delimiter is the one that makes a table, also where headings hold another", () => {
    expect(readCsv('id;"a, b";c\n1;2,5;3\n').delimiter).toBe(";");
    expect(readCsv("id,name\n1,x\n").delimiter).toBe(",");
    expect(readCsv("id\n1\n").rows.map(({ line }) => line)).toEqual([1, 2]);
  });

  it("K14: a row with a quotation mark that does not end its cell is refused", () => {
    const { rows } = readCsv('1,Acme\n2,"Foo" Inc\n3,"Bar"\n', ",");
    const read = readRows(rows, {
      headings: ["id", "name"],
      fields: ["id", "name"],
      dates: "dmy",
      currency: undefined,
      journey: DEFAULT_JOURNEY,
      today: "2026-11-22",
    });
    expect(read.map(({ line, problems }) => [line, problems.map(({ found }) => found)])).toEqual([
      [1, []],
      [2, ["a quotation mark that does not end its cell"]],
    ]);
  });
});
