import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import type { PageCondition } from "../model/page-condition.ts";
import type { Segment } from "../model/segment.ts";
import { decide } from "./decide.ts";
import { someFacts, someGuide } from "./fixture.ts";
import { reduce } from "./reduce.ts";

const name = fc.constantFrom("a", "b", "c");

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "medium", maxDepth: 4 },
    fc.record({ type: fc.constant("signal" as const), signal: name, is: fc.boolean() }),
    fc.record({ type: fc.constant("used" as const), feature: name }),
    fc.record({ type: fc.constant("segment" as const), segment: name }),
    name.map((path) => ({ type: "page" as const, url: { path } })),
    fc.record({
      type: fc.constant("element" as const),
      selector: name,
      state: fc.constant("present" as const),
    }),
    fc.record({
      type: fc.constantFrom("all" as const, "any" as const),
      of: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("not" as const), of: tie("condition") }),
  ),
}));

const names = fc.uniqueArray(name).map((list) => new Set<string>(list));
const worlds = fc.record({ signals: names, used: names, paths: names, elements: names });

/** Segments that look at signals, uses and the page, by the name of each. */
const segments = new Map<string, Segment>(
  (
    [
      ["a", { type: "signal", signal: "a" }],
      ["b", { type: "page", url: { path: "b" } }],
      ["c", { type: "not", of: { type: "segment", segment: "b" } }],
    ] as const
  ).map(([id, when]) => [id, { id, name: id, when }]),
);

function evaluate(
  part: Condition | PageCondition,
  world: { signals: Set<string>; used: Set<string>; paths: Set<string>; elements: Set<string> },
): boolean {
  switch (part.type) {
    case "all":
      return part.of.every((inner) => evaluate(inner, world));
    case "any":
      return part.of.some((inner) => evaluate(inner, world));
    case "not":
      return !evaluate(part.of, world);
    case "signal":
      return world.signals.has(part.signal) === (part.is ?? true);
    case "used":
      return world.used.has(part.feature);
    case "segment":
      return evaluate((segments.get(part.segment) as Segment).when, world);
    case "page":
      return world.paths.has(part.url.path ?? "");
    case "element":
      return world.elements.has(part.selector);
    default:
      throw new Error(`not generated: ${part.type}`);
  }
}

describe("partial evaluation", () => {
  it("D8: what is left is true exactly when the whole is", async () => {
    await fc.assert(
      fc.property(condition, worlds, (whole, world) => {
        const facts = someFacts({
          signals: world.signals,
          used: (feature) => world.used.has(feature),
          segments,
        });
        const rest = reduce(whole, facts, []);
        const result = typeof rest === "boolean" ? rest : evaluate(rest, world);
        expect(result).toBe(evaluate(whole, world));
        expect(JSON.stringify(rest)).not.toMatch(/"(signal|used|segment)"/);
      }),
      { numRuns: 2000 },
    );
  });

  it("D8: a known address decides conditions on it", () => {
    const here = { host: "h", pathname: "/flows/7", search: "", hash: "" };
    const url = { path: "/flows/*" };
    const facts = someFacts({ address: here });
    expect(reduce({ type: "page", url }, facts, [])).toBe(true);
    expect(reduce({ type: "not", of: { type: "page", url } }, facts, [])).toBe(false);
  });

  it("D18: a segment that leads nowhere stops the guide, also under not", () => {
    const audience: Condition = { type: "not", of: { type: "segment", segment: "gone" } };
    const { stoppedBy } = decide(someGuide({ audience }), someFacts());
    expect(stoppedBy).toMatchObject({
      check: "audience",
      conditions: [{ at: "of", type: "segment", holds: "broken" }],
    });
  });

  it("D18: so does one that leads back to itself", () => {
    const loop: Segment = { id: "a", name: "A", when: { type: "segment", segment: "a" } };
    const audience: Condition = { type: "not", of: { type: "segment", segment: "a" } };
    const facts = someFacts({ segments: new Map([["a", loop]]) });
    expect(decide(someGuide({ audience }), facts).due).toBe(false);
  });

  it("D19: every single condition is told with what was asked and found", () => {
    const audience: Condition = {
      type: "any",
      of: [
        { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" },
        { type: "signal", signal: "live" },
      ],
    };
    const facts = someFacts({ account: { plan: "free" }, signals: new Set(["live"]) });
    const { trace } = decide(someGuide({ audience }), facts);
    expect(trace.find(({ check }) => check === "audience")).toMatchObject({
      outcome: "passed",
      conditions: [
        { at: "of[0]", holds: false, values: { value: "pro", found: "free" } },
        { at: "of[1]", holds: true, values: { signal: "live" } },
      ],
    });
  });
});
