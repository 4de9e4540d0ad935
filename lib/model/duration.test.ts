import { describe, expect, it } from "vitest";
import { durationMs, parseDuration } from "./duration.ts";

describe("durations", () => {
  it.each([
    ["500ms", 500],
    ["90s", 90_000],
    ["30m", 1_800_000],
    ["2h", 7_200_000],
    ["7d", 604_800_000],
    ["1w", 604_800_000],
  ])("%s is %d ms", (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it.each([
    "",
    "0s",
    "1",
    "s",
    "1.5h",
    "-1d",
    "1 h",
    "1M",
    "1y",
    "9999999999s",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
    expect(() => durationMs(text)).toThrow(RangeError);
  });
});
