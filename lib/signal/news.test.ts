import { describe, expect, it } from "vitest";
import type { SignalValue } from "../model/signal-value.ts";
import { holds } from "./holds.ts";
import { newsOf } from "./news.ts";

const said: SignalValue = {
  signal: "it",
  version: 1,
  kind: "adoption",
  value: "tried",
  since: 5,
  evidence: ["a"],
  detail: { uses: 1 },
};
const told = { value: said, day: 3 };

describe("news", () => {
  it.each<[string, Partial<SignalValue>, "now" | "none"]>([
    ["a value", {}, "now"],
    ["what is not so, once it is known to be", { value: "unused", since: null }, "now"],
    ["not yet", { value: false, detail: undefined }, "none"],
    ["not yet, but further than before", { value: false, detail: { reachedAt: [5, null] } }, "now"],
    ["not enough data", { value: null }, "none"],
  ])("V27: of who was never heard of: %s", (_what, change, expected) => {
    expect(newsOf(null, { ...said, ...change } as SignalValue, 3)).toBe(expected);
  });

  it.each<[string, Partial<SignalValue>, "now" | "later" | "none"]>([
    ["the same", {}, "none"],
    ["another value", { value: "adopted" }, "now"],
    ["another time", { since: 4 }, "now"],
    ["another version", { version: 2 }, "now"],
    ["no value any more", { value: null, since: null }, "now"],
    ["only what it was made of", { detail: { uses: 2 } }, "later"],
    ["only other events", { evidence: ["b"] }, "later"],
  ])("V27: after something was told that day: %s", (_what, change, expected) => {
    expect(newsOf(told, { ...said, ...change }, 3)).toBe(expected);
  });

  it("V27: the next day what it was made of is told", () => {
    expect(newsOf(told, { ...said, detail: { uses: 2 } }, 4)).toBe("now");
    expect(newsOf(told, said, 4)).toBe("none");
  });
});

it("V28: what a condition means by a signal", () => {
  const yes = (kind: SignalValue["kind"], value: SignalValue["value"]) => holds({ kind, value });
  expect(yes("milestone", true)).toBe(true);
  expect(yes("adoption", "habitual")).toBe(true);
  expect(yes("adoption", "tried")).toBe(false);
  expect(yes("drop", "medium")).toBe(true);
  expect(yes("drop", null)).toBe(false);
  expect(yes("active-days", 28)).toBe(false);
});
