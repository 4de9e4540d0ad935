import { expect, test } from "vitest";
import type { Anchor, Sample } from "../model/anchor.ts";
import { isInRow, rowName, withRow } from "./row-intent.ts";

const place: [number, number] = [1, 3];
const rarity = { shared: {}, margin: 0.4 };
const sample = (key?: string): Sample => ({
  fingerprint: { tag: "button", row: { place, ...(key && { key }) } },
  rarity,
});
const samples: Anchor = { samples: [sample()] };

test("B13: which row is meant is asked only of what stands in one", () => {
  expect(isInRow(samples)).toBe(true);
  expect(isInRow({ samples: [{ fingerprint: { tag: "button" } }] })).toBe(false);
});

test("B13: the name of a row goes with the anchor only as long as that row is meant", () => {
  const taken = {
    sample: sample(),
    rows: { this: sample("Acme"), first: sample(), chosen: sample() },
  };
  const named = withRow(samples, "this", taken);
  expect([named.row, rowName(named)]).toEqual(["this", "Acme"]);
  for (const row of [undefined, "first", "chosen"] as const) {
    const other = withRow(named, row);
    expect([other.row, rowName(other)]).toEqual([row, undefined]);
    expect(isInRow(other)).toBe(true);
  }
});

test("B13: how surely it is found is told only where it was measured for that row", () => {
  const taken = {
    sample: sample(),
    rows: { this: sample("Acme"), first: sample(), chosen: sample() },
  };
  expect(withRow(samples, "chosen", taken).samples[0]?.rarity).toEqual(rarity);
  expect(withRow(samples, "chosen").samples[0]).not.toHaveProperty("rarity");
});
