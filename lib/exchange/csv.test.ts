import { describe, expect, it } from "vitest";
import { csvText, readCsv } from "./csv.ts";

const read = (text: string) => readCsv(text).rows.map(({ line, cells }) => [line, ...cells]);

describe("tables in files", () => {
  it("K14: rows know their lines, whatever ends them and stands in quotes", () => {
    expect(read('\uFEFFid,name\r\n1,"a\r\nb"\r\n\r\n , \n2,c\n3,"d"')).toEqual([
      [1, "id", "name"],
      [2, "1", "a\r\nb"],
      [6, "2", "c"],
      [7, "3", "d"],
    ]);
    expect(read('id;name\r1;"a\nb"\r2;c')).toEqual([
      [1, "id", "name"],
      [2, "1", "a\nb"],
      [4, "2", "c"],
    ]);
  });

  it("K14: a quotation mark that does not end its cell is told, and no row is lost in silence", () => {
    const text = '\uFEFFid,name\n1,"Foo" Inc\n2,"Bar"\n';
    const open = readCsv(text).rows.filter(({ openQuote }) => openQuote !== undefined);
    expect(
      open.map(({ line, openQuote = 0 }) => [line, text.slice(openQuote, openQuote + 4)]),
    ).toEqual([[2, '"Foo']]);
    expect(readCsv('id,name\n1,Foo "Inc"\n').rows.at(-1)).toEqual({
      cells: ["1", 'Foo "Inc"'],
      line: 2,
    });
  });

  it("K14: ten thousand rows, as many as there may be, come back", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [String(at), `Name; "${at}"`, "a, b"]);
    expect(readCsv(csvText(rows)).rows.at(-1)).toEqual({ cells: rows.at(-1), line: 10_000 });
  });

  it("K14: what a spreadsheet would take for a formula is made a text in a report", () => {
    expect(csvText([["=1+1", "@a", "-5", "a=b"]], { escapeFormulae: true })).toBe(
      '\uFEFF"\'=1+1","\'@a","\'-5",a=b\r\n',
    );
  });
});
