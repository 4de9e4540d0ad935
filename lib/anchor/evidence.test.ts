import { describe, expect, it } from "vitest";
import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { score } from "./evidence.ts";
import { prepare } from "./features.ts";
import { hrefSimilarity } from "./href.ts";
import { locate } from "./locate.ts";
import { NO_POPULATION } from "./population.ts";

const anchorOf = (fingerprint: Fingerprint): Anchor => ({ samples: [{ fingerprint }] });
const page = (...fingerprints: Fingerprint[]) =>
  fingerprints.map((fingerprint) => ({ fingerprint }));
const liked = (target: string, candidate: string) =>
  score(prepare({ tag: "button", name: target }), prepare({ tag: "button", name: candidate }), {
    population: NO_POPULATION,
  }).families.get("text") ?? 0;

const toolbar = { tag: "button", landmark: "main", heading: "Messages" } as const;

describe("words", () => {
  it("A7: what stands after a dash, bracket or colon only explains the label", () => {
    for (const longer of ["Undo (Ctrl+Z)", "Undo - takes the last step back", "Undo: last step"]) {
      expect(liked("Undo", longer)).toBeGreaterThan(liked("Undo", "Undo last step"));
      expect(liked(longer, "Undo")).toBeGreaterThan(liked("Undo last step", "Undo"));
    }
    expect(liked("Members (all)", "Members (invited)")).toBeLessThan(0.5);
  });

  it("A7: a label goes on at its end rather than before its beginning", () => {
    expect(liked("Orders", "Orders list")).toBeGreaterThan(liked("Orders", "Archived orders"));
    expect(liked("Plan A", "Plan B")).toBeLessThan(0.5);
  });

  it("A7: who says what a neighbour of the target said is that neighbour", () => {
    const clear = { ...toolbar, name: "Clear messages", neighbours: ["Clear messages options"] };
    const options = { ...toolbar, name: "Clear messages options", neighbours: ["Pause"] };
    const renamed = { ...toolbar, name: "Clear messages now", neighbours: ["Pause"] };
    expect(locate(anchorOf(clear), page(options)).outcome).not.toBe("found");
    expect(locate(anchorOf(clear), page(options, renamed))).toMatchObject({
      outcome: "found",
      index: 1,
    });
  });
});

describe("marks", () => {
  it("A8: text on one element and identifier on another is a contradiction, not an answer", () => {
    const target = { ...toolbar, name: "Zoom", id: "zoom-out" };
    const answer = locate(
      anchorOf(target),
      page({ ...toolbar, name: "Zoom", id: "zoom-in" }, { ...target, name: "Make smaller" }),
    );
    expect(answer).toMatchObject({ outcome: "ambiguous", rivals: [0, 1] });
  });

  it("A5: a link that became a button keeps its identifier", () => {
    const link = { tag: "a", id: "searchToggle", landmark: "header" };
    const button = { tag: "button", id: "searchToggle", landmark: "header" };
    expect(locate(anchorOf(link), page({ tag: "a", landmark: "header" }, button))).toMatchObject({
      outcome: "found",
      index: 1,
      tier: 0,
    });
  });

  it("A7: query keys of campaigns lead nowhere else", () => {
    const help = { host: "help.test", path: ["start"] };
    expect(hrefSimilarity({ ...help, query: ["utm_source", "gclid"] }, help)).toBe(1);
    expect(hrefSimilarity({ ...help, query: ["article"] }, help)).toBeLessThan(1);
  });

  it("A8: text and link together need less of everything else", () => {
    const report = {
      tag: "a",
      name: "Yearly report",
      href: { host: "a.test", path: ["reports", "yearly"] },
      heading: "Finance",
      neighbours: ["Budget", "Invoices", "Taxes", "Payroll"],
      box: { x: 20, y: 900, width: 90, height: 20 },
      title: "Opens the report",
    };
    const moved = {
      tag: "a",
      name: "Yearly report (PDF)",
      href: report.href,
      heading: "Downloads",
      box: { x: 900, y: 90, width: 300, height: 60 },
    };
    expect(locate(anchorOf(report), page(moved, { tag: "a", name: "Imprint" }))).toMatchObject({
      outcome: "found",
      index: 0,
    });
  });
});
