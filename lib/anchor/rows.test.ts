import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Anchor, Fingerprint, RowIntent } from "../model/anchor.ts";
import { locate } from "./locate.ts";

const NAMES = ["Order 7", "Order 12", "Order 13", "Order 40"];

/** The button of a row in a table of these rows. */
const edit = (rows: readonly string[], index: number, name = "Edit"): Fingerprint => ({
  tag: "button",
  name,
  text: name,
  landmark: "main",
  heading: "Orders",
  neighbours: [rows[index] ?? "", "Open"],
  row: { key: rows[index], column: "Actions", place: [index, rows.length] },
  box: { x: 600, y: 100 + 40 * index, width: 60, height: 24 },
});
const table = (rows: readonly string[]) =>
  rows.flatMap((_, index) => [
    { fingerprint: edit(rows, index) },
    { fingerprint: edit(rows, index, "Delete") },
  ]);
const anchorOf = (fingerprint: Fingerprint, row?: RowIntent): Anchor => ({
  samples: [{ fingerprint }],
  ...(row && { row }),
});

const target = edit(NAMES, 1);

describe("A19: rows", () => {
  it("this: the row of that name, wherever it went", () => {
    const sorted = NAMES.toReversed();
    expect(locate(anchorOf(target, "this"), table(sorted))).toMatchObject({
      outcome: "found",
      index: 4,
    });
  });

  it("this: without the row nothing is pointed at, though another stands in its place", () => {
    const without = NAMES.filter((name) => name !== "Order 12");
    expect(locate(anchorOf(target, "this"), table(without))).toMatchObject({
      outcome: "absent",
      reason: "its row is not in the page",
    });
  });

  it("this: digits tell rows apart, white space and case do not", () => {
    const respelt = ["ORDER 1", " order\n12 "];
    expect(locate(anchorOf(target, "this"), table(respelt))).toMatchObject({
      outcome: "found",
      index: 2,
    });
  });

  it("first: the first row that has it", () => {
    const rows = table(["Order 90", ...NAMES]);
    const [, ...fromSecond] = rows.filter(({ fingerprint }) => fingerprint.name === "Edit");
    expect(locate(anchorOf(target, "first"), rows)).toMatchObject({ outcome: "found", index: 0 });
    expect(locate(anchorOf(target, "first"), fromSecond)).toMatchObject({
      outcome: "found",
      index: 0,
    });
  });

  it("first: of two lists the one under the target's heading", () => {
    const others = table(["Bill 1", "Bill 2"]).map(({ fingerprint }) => ({
      fingerprint: { ...fingerprint, heading: "Bills" },
    }));
    expect(locate(anchorOf(target, "first"), [...others, ...table(NAMES)])).toMatchObject({
      outcome: "found",
      index: others.length,
    });
  });

  it("chosen: the person chooses, and is told among how many", () => {
    expect(locate(anchorOf(target, "chosen"), table(NAMES))).toMatchObject({
      outcome: "ambiguous",
      choose: true,
      rivals: [0, 2, 4, 6],
    });
    expect(locate(anchorOf(target, "chosen"), table(["Order 9"]))).toMatchObject({
      outcome: "found",
      index: 0,
    });
  });

  it("a link that names its row is another in each, and does the same in all", () => {
    const link = (key: string, index: number): Fingerprint => ({
      tag: "a",
      name: key,
      text: key,
      row: { key, naming: true, place: [index, 3] },
    });
    const rows = ["Ada", "Grace", "Edsger"].map((key, index) => ({
      fingerprint: link(key, index),
    }));
    const anchor = anchorOf(link("Alan", 1), "first");
    expect(locate(anchor, rows)).toMatchObject({ outcome: "found", index: 0 });
    expect(locate(anchorOf(link("Grace", 0), "this"), rows)).toMatchObject({ index: 1 });
  });

  it("an author who said nothing gets what there was before", () => {
    expect(locate(anchorOf(target), table(NAMES))).toEqual(
      locate({ samples: [{ fingerprint: target }] }, table(NAMES)),
    );
  });

  it("in any table, this is its very row or nothing, and first is above all others", () => {
    const names = fc.uniqueArray(fc.constantFrom(...NAMES, "Order 99", "Order 1"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(names, (rows) => {
        const page = table(rows);
        const own = locate(anchorOf(target, "this"), page);
        if (own.outcome === "found") {
          expect(page[own.index]?.fingerprint.row?.key).toBe("Order 12");
          expect(page[own.index]?.fingerprint.name).toBe("Edit");
        } else expect(rows).not.toContain("Order 12");
        expect(locate(anchorOf(target, "first"), page)).toMatchObject({ index: 0 });
      }),
    );
  });
});
