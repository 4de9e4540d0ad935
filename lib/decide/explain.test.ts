import { describe, expect, it } from "vitest";
import type { Guide } from "../model/guide.ts";
import { explainAll, questionsOf } from "./explain.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";

const button = { type: "element", selector: "#deploy", state: "present" } as const;
const few = { ...button, selector: "li", min: 3 } as const;
const waiting = someGuide({
  id: "waiting",
  trigger: { start: "auto", when: { type: "all", of: [button, few] } },
});
const verdicts = (guides: Guide[], facts = someFacts()) =>
  explainAll(guides, facts).map(({ guide, verdict, stoppedBy }) => [
    guide,
    verdict,
    stoppedBy?.check ?? null,
  ]);

describe("D28: why, or why not", () => {
  it("asks the page once for each thing that only it can see", () => {
    const other = someGuide({ id: "other", audience: { type: "not", of: button } });
    expect(questionsOf([waiting, other], someFacts())).toEqual([button, few]);
  });

  it("tells what the page answered, and what it asked for", () => {
    const element = ({ selector }: { selector: string }) => selector === "#deploy";
    const [told] = explainAll([waiting], someFacts({ element }));
    expect(told).toMatchObject({
      verdict: "stopped",
      stoppedBy: {
        check: "trigger",
        conditions: [
          { holds: true, values: { selector: "#deploy", state: "present", min: 1 } },
          { holds: false, values: { selector: "li", state: "present", min: 3 } },
        ],
      },
    });
    expect(verdicts([waiting], someFacts({ element: () => true }))).toEqual([
      ["waiting", "next", null],
    ]);
  });

  it("says that a page that does not answer is waited for", () => {
    expect(verdicts([waiting])).toEqual([["waiting", "waits", null]]);
  });

  it("D29: of several that are due one goes first, by priority, then by id", () => {
    const guides = ["a", "b", "c"].map((id) =>
      someGuide({ id, ...(id === "b" && { priority: 5 }) }),
    );
    expect(verdicts(guides)).toEqual([
      ["b", "next", null],
      ["a", "stopped", "priority"],
      ["c", "stopped", "priority"],
    ]);
    expect(explainAll(guides, someFacts())[1]?.stoppedBy?.values).toEqual({ guide: "b" });
  });

  it("tells the one that is open as open, and it as what stops the others", () => {
    const runs = new Map([["hello", { status: "running" as const, updatedAt: NOW - 5 }]]);
    const guides = [someGuide(), someGuide({ id: "second" })];
    expect(verdicts(guides, someFacts({ runs }))).toEqual([
      ["hello", "running", null],
      ["second", "stopped", "running"],
    ]);
  });

  it("D30: of quiet guides, too, one in a page may be news", () => {
    const banner = someGuide({ id: "banner", kind: "banner" });
    const facts = someFacts({ newcomer: "beacon", ambient: new Set(["banner", "beacon"]) });
    expect(verdicts([banner], facts)).toEqual([["banner", "stopped", "newcomer"]]);
    const runs = new Map([["banner", { status: "completed" as const, updatedAt: NOW - 1e8 }]]);
    const always = { ...banner, trigger: { start: "auto", frequency: "always" } as const };
    expect(verdicts([always], { ...facts, runs })).toEqual([["banner", "next", null]]);
  });
});
