import { describe, expect, it } from "vitest";
import type { Milestone, SignalCondition } from "../model/signal.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { advance, featuresOf, recompute } from "./advance.ts";
import type { SignalState } from "./state.ts";
import { progress, signalValue } from "./value.ts";

const define = (when: SignalCondition): Milestone => ({
  id: "activated",
  name: "Activated",
  kind: "milestone",
  when,
});

/** "A0 B5" → uses of a at 0 s and of b at 5 s, their ids as written. */
const log = (text: string): OrderedEvent[] =>
  text.split(" ").map((id, seq) => ({
    ts: Number(id.slice(1)) * 1000,
    boot: "one",
    seq,
    id,
    feature: id.slice(0, 1).toLowerCase(),
  }));

function value(when: SignalCondition, events: string) {
  const definition = define(when);
  const { since, evidence } = signalValue(definition, 1, recompute(definition, 1, log(events)));
  return since === null ? null : `${since / 1000}: ${evidence.join(" ")}`;
}

const used = (feature: string, times = 1, within?: string): SignalCondition =>
  within ? { type: "used", feature, times, within } : { type: "used", feature, times };
const sequence = (...features: string[]): SignalCondition => ({
  type: "sequence",
  sequence: { steps: features.map((feature) => ({ feature })) },
});

describe("signals", () => {
  it.each<[string, SignalCondition, string, string | null]>([
    ["V2: so many uses at all", used("a", 2), "A0 B1 A9000", "9000: A0 A9000"],
    ["V2: too few", used("a", 3), "A0 A1", null],
    ["V2: the window is inclusive", used("a", 3, "10s"), "A0 A5 A10", "10: A0 A5 A10"],
    ["V2: outside the window", used("a", 3, "10s"), "A0 A5 A11", null],
    ["V2: the window slides", used("a", 3, "10s"), "A0 A5 A11 A15", "15: A5 A11 A15"],
    ["V1: later uses change nothing", used("a"), "A3 A4 A5", "3: A3"],
    ["V3: a sequence", sequence("a", "b"), "B0 A1 C2 B3", "3: A1 B3"],
    ["V4: all, in any order", { type: "all", of: [used("a"), used("b")] }, "B1 A2 B3", "2: A2 B1"],
    ["V4: all, one missing", { type: "all", of: [used("a"), used("b")] }, "A1 A2", null],
    [
      "V4: an event counts once as evidence",
      { type: "all", of: [used("a"), sequence("a", "b")] },
      "A1 B2",
      "2: A1 B2",
    ],
    ["V5: any, the first", { type: "any", of: [used("a"), used("b")] }, "B1 A2", "1: B1"],
    [
      "V5: within all, the part that came first",
      { type: "all", of: [{ type: "any", of: [used("a"), used("b")] }, used("c")] },
      "B1 A2 C3",
      "3: B1 C3",
    ],
  ])("%s", (_name, when, events, expected) => {
    expect(value(when, events)).toBe(expected);
  });

  it("V6: evidence is bounded", () => {
    const events = Array.from({ length: 50 }, (_, at) => `A${at}`).join(" ");
    expect(value(used("a", 50), events)?.split(" ")).toHaveLength(33);
  });

  it("V8: an event before the last evaluated one is late, also once the signal is true", () => {
    const definition = define(used("a"));
    const [early, late] = log("A1 A5") as [OrderedEvent, OrderedEvent];
    const first = advance(definition, 1, undefined, late);
    if ("late" in first) throw new Error("the first event cannot be late");
    expect(first.state.fulfilled).toMatchObject({ since: 5000 });
    expect(advance(definition, 1, first.state, early)).toEqual({ late: true });
    expect(signalValue(definition, 1, recompute(definition, 1, [late, early])).since).toBe(1000);
  });

  it("V9: a state of another version must be recomputed and has no value", () => {
    const definition = define(used("a"));
    const state = recompute(definition, 1, log("A1"));
    expect(advance(definition, 2, state, log("A2")[0] as OrderedEvent)).toEqual({ late: true });
    expect(signalValue(definition, 2, state).value).toBe(false);
  });

  it("V10: a stranger is never late and leaves the very same state", () => {
    const definition = define(sequence("a", "b"));
    const state = recompute(definition, 1, log("A5"));
    const step = advance(definition, 1, state, log("Z1")[0] as OrderedEvent);
    expect((step as { state: SignalState }).state).toBe(state);
    expect([...featuresOf(definition)].sort()).toEqual(["a", "b"]);
  });

  it("V12: progress of the first unfinished part, without what is too old", () => {
    const definition = define({ type: "all", of: [used("a"), used("b", 3, "10s")] });
    const at = (events: string, seconds: number) =>
      progress(definition, recompute(definition, 1, log(events)), seconds * 1000);
    expect(progress(definition, undefined, 0)).toEqual({ done: 0, of: 1 });
    expect(at("A0 B1 B5", 6)).toEqual({ done: 2, of: 3 });
    expect(at("A0 B1 B5", 12)).toEqual({ done: 1, of: 3 });
    expect(at("A0 B1 B5 B6", 60)).toEqual({ done: 3, of: 3 });
  });

  it("V12: of an any, the furthest part", () => {
    const definition = define({ type: "any", of: [used("a", 4), sequence("a", "b", "c")] });
    const state = recompute(definition, 1, log("A0 B1"));
    expect(progress(definition, state, 2000)).toEqual({ done: 2, of: 3 });
  });
});
