import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bid, compareBids } from "./bids.ts";

const found = (score: number, more: Partial<Bid> = {}): Bid => ({
  outcome: "found",
  score,
  margin: score,
  tier: 2,
  ...more,
});
const absent = (score = 0): Bid => ({ outcome: "absent", score, margin: 0 });

describe("A21: one gate over all frames", () => {
  it("takes what one frame found and no other has anything like", () => {
    expect(compareBids([absent(0.2), found(0.8)])).toEqual({ outcome: "found", winner: 1 });
  });

  it("refuses twins in two frames, also when one of them is liker", () => {
    const verdict = { outcome: "ambiguous", several: 2 };
    expect(compareBids([found(0.8), found(0.8)])).toEqual(verdict);
    expect(compareBids([found(0.95, { tier: 0 }), found(0.7)])).toEqual(verdict);
  });

  it("asks for the lead over every frame's best, also over what that frame did not take", () => {
    expect(compareBids([found(0.7), absent(0.65)])).toEqual({ outcome: "ambiguous", several: 2 });
    const equals: Bid = { outcome: "ambiguous", score: 0.7, margin: 0, several: 3 };
    expect(compareBids([equals, found(0.7)])).toEqual({ outcome: "ambiguous", several: 4 });
  });

  it("lets an exact identifier or text stand beside something a little liker", () => {
    expect(compareBids([found(0.6, { tier: 1 }), absent(0.62)])).toMatchObject({ winner: 0 });
    expect(compareBids([found(0.6, { tier: 1 }), absent(0.7)])).toMatchObject({
      outcome: "ambiguous",
    });
  });

  it("asks about the likeliest if it leads, and adds equals up", () => {
    const likely = (score: number): Bid => ({ outcome: "likely", score, margin: 0.06 });
    expect(compareBids([likely(0.55), absent(0.3)])).toEqual({ outcome: "likely", winner: 0 });
    expect(compareBids([likely(0.55), likely(0.53)])).toEqual({ outcome: "ambiguous", several: 2 });
    const equals: Bid = { outcome: "ambiguous", score: 0.5, margin: 0, several: 2 };
    expect(compareBids([equals, equals, absent()])).toEqual({ outcome: "ambiguous", several: 4 });
  });

  const bid: fc.Arbitrary<Bid> = fc.record({
    outcome: fc.constantFrom("found", "likely", "ambiguous", "absent"),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    margin: fc.double({ min: 0, max: 1, noNaN: true }),
    tier: fc.constantFrom(0, 1, 2),
    several: fc.nat(5),
  });

  it("points only at what its own frame would point at, and the order of frames changes nothing", () => {
    fc.assert(
      fc.property(fc.array(bid, { maxLength: 6 }), (bids) => {
        const verdict = compareBids(bids);
        const turned = compareBids([...bids].reverse());
        expect(turned.outcome).toBe(verdict.outcome);
        if (!("winner" in verdict)) return;
        expect(bids[verdict.winner]?.outcome).toBe(verdict.outcome);
        const others = bids.filter((_, index) => index !== verdict.winner);
        expect(others.some(({ outcome }) => outcome === "found")).toBe(false);
      }),
    );
  });
});
