import { describe, expect, it } from "vitest";
import type { Sequence } from "../model/sequence.ts";
import { compileSequence } from "./compile.ts";
import type { OrderedEvent } from "./event.ts";
import { advanceSequence, MAX_EVIDENCE, placesFilled, startSequence } from "./match.ts";

/** "A0 B5" → uses of a at 0 s and of b at 5 s, their ids as written; equal times keep the written order. */
function log(text: string): OrderedEvent[] {
  return text.split(" ").map((id, seq) => ({
    ts: Number(id.slice(1)) * 1000,
    boot: "one",
    seq,
    id,
    feature: id.slice(0, 1).toLowerCase(),
  }));
}

function matches(sequence: Sequence, events: OrderedEvent[]): string[] {
  const compiled = compileSequence(sequence);
  let state = startSequence(compiled);
  const found: string[] = [];
  for (const event of events) {
    const step = advanceSequence(compiled, JSON.parse(JSON.stringify(state)), event);
    state = step.state;
    if (step.match) found.push(step.match.evidence.join(" "));
  }
  return found;
}

const sequence = (steps: string, options: Omit<Sequence, "steps"> = {}): Sequence => ({
  steps: steps.split(" ").map((step) => {
    const [features = "", times] = step.split("×");
    const feature = features.includes("|") ? features.split("|") : features;
    return times ? { feature, times: Number(times) } : { feature };
  }),
  ...options,
});

const within = "10s";
const gap = (feature: string, from: number, to: number): Pick<Sequence, "without"> => ({
  without: [{ features: [feature], between: [from, to] }],
});
const cases: [row: string, Sequence, events: string, expected: string[]][] = [
  ["1, S3: the window is inclusive", sequence("a b c", { within }), "A0 B5 C10", ["A0 B5 C10"]],
  ["2, S3: later is too late", sequence("a b c", { within }), "A0 B5 C11", []],
  ["3, S4: the latest start wins", sequence("a b c", { within }), "A0 A8 B12 C15", ["A8 B12 C15"]],
  [
    "4, S4: a new start keeps what an older one reached",
    sequence("a b c", { within }),
    "A0 B5 A6 C9",
    ["A0 B5 C9"],
  ],
  ["5, S4: a new start does not inherit steps", sequence("a b c", { within }), "A0 B5 A6 C12", []],
  ["6, S1: a tie is decided by seq", sequence("a b"), "B1 A1", []],
  ["7, S1: a tie is decided by seq", sequence("a b"), "A1 B1", ["A1 B1"]],
  ["8, S5: one event, one place", sequence("a a", { within }), "A1", []],
  ["9, S3: the same step outside the window", sequence("a a", { within }), "A1 A20", []],
  ["10, S5: one event, one place of alternatives", sequence("a a|b"), "A1", []],
  ["11, S4: newest events", sequence("a b c"), "A0 B1 B2 C3", ["A0 B2 C3"]],
  ["12, S2: others may lie between", sequence("a b c"), "A0 D1 B2 D2 C3", ["A0 B2 C3"]],
  ["13, S9: a match uses up what lies before it", sequence("a b"), "A0 A1 B2 B3", ["A1 B2"]],
  ["14, S9: matching goes on", sequence("a b"), "A0 B1 A2 B3 A4 B5", ["A0 B1", "A2 B3", "A4 B5"]],
  ["15, S8: outside the chain", sequence("a b", { without: ["x"] }), "X0 A1 B2 X3", ["A1 B2"]],
  ["16, S8: inside the chain", sequence("a b", { without: ["x"] }), "A0 X1 B2", []],
  ["17, S8: a new chain", sequence("a b", { without: ["x"] }), "A0 X1 A2 B3", ["A2 B3"]],
  ["18, S8: part of the chain", sequence("a b c", { without: ["b"] }), "A0 B1 C2", ["A0 B1 C2"]],
  ["19, S8: breaks the others", sequence("a b c", { without: ["b"] }), "A0 B1 B2 C3", []],
  ["20, S7: the window runs from the first use", sequence("a×2 b", { within }), "A0 A8 B12", []],
  ["21, S7: repeats slide", sequence("a×2 b", { within }), "A0 A8 A9 B12", ["A8 A9 B12"]],
  ["22, S9: a single step matches each time", sequence("a"), "A0 A1", ["A0", "A1"]],
  [
    "23, S12: nothing named between",
    sequence("a b c", { order: "strict" }),
    "A0 B1 C2",
    ["A0 B1 C2"],
  ],
  ["24, S12: a repeat is in the way", sequence("a b c", { order: "strict" }), "A0 B1 B2 C3", []],
  ["25, S12: so is a step out of turn", sequence("a b c", { order: "strict" }), "A0 C1 B2 C3", []],
  ["26, S12: a new start", sequence("a b c", { order: "strict" }), "A0 B1 A2 B3 C4", ["A2 B3 C4"]],
  ["27, S12: what is not named", sequence("a b", { order: "strict" }), "A0 D1 B2", ["A0 B2"]],
  ["28, S12: what is named", sequence("a b", { order: "strict", without: ["d"] }), "A0 D1 B2", []],
  ["29, S12: repeats slide", sequence("a×2 b", { order: "strict" }), "A0 A1 A2 B3", ["A1 A2 B3"]],
  ["30, S16: in the gap", sequence("a b c", gap("x", 1, 2)), "A0 X1 B2 C3", []],
  ["31, S16: behind the gap", sequence("a b c", gap("x", 1, 2)), "A0 B1 X2 C3", ["A0 B1 C3"]],
  [
    "32, S16: only chains in the gap",
    sequence("a b c", gap("x", 1, 2)),
    "A0 B1 A2 X3 C4",
    ["A0 B1 C4"],
  ],
  ["33, S16: of repeats, from the first", sequence("a×2 b", gap("x", 1, 2)), "A0 X1 A2 B3", []],
  ["34, S16: part of the chain", sequence("a b c", gap("b", 1, 2)), "A0 B1 B2 C3", ["A0 B1 C3"]],
  ["S6: any alternative fills a step", sequence("a|b c"), "B0 C1 A2 C3", ["B0 C1", "A2 C3"]],
  ["S7: repeats may be different alternatives", sequence("a|b×2 c"), "A0 B1 C2", ["A0 B1 C2"]],
];

describe("sequences", () => {
  it.each(cases)("row %s", (_row, definition, events, expected) => {
    expect(matches(definition, log(events))).toEqual(expected);
  });

  it("S1: equal times of two documents are ordered by boot", () => {
    const [a, b] = log("A1 B1") as [OrderedEvent, OrderedEvent];
    expect(matches(sequence("a b"), [a, { ...b, boot: "two", seq: 0 }])).toEqual(["A1 B1"]);
  });

  it("S10: of a long chain the newest events are evidence", () => {
    const events = log(Array.from({ length: 50 }, (_, at) => `A${at}`).join(" "));
    const [evidence] = matches(sequence("a×50"), events);
    expect(evidence?.split(" ")).toHaveLength(MAX_EVIDENCE);
    expect(evidence?.endsWith("A48 A49")).toBe(true);
  });

  it("S11: other features leave the very same state", () => {
    const compiled = compileSequence(sequence("a b"));
    const state = startSequence(compiled);
    const [other] = log("Z1") as [OrderedEvent];
    expect(advanceSequence(compiled, state, other).state).toBe(state);
  });

  it("S3: progress counts only places that can still lead to a match", () => {
    const compiled = compileSequence(sequence("a b c", { within }));
    const [a, b] = log("A0 B5") as [OrderedEvent, OrderedEvent];
    const first = advanceSequence(compiled, startSequence(compiled), a).state;
    const { state } = advanceSequence(compiled, first, b);
    expect(placesFilled(compiled, state, 10_000)).toBe(2);
    expect(placesFilled(compiled, state, 10_001)).toBe(0);
  });
});
