import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compileSequence, firstPlace } from "./compile.ts";
import { comparePositions, type OrderedEvent } from "./event.ts";
import { comesAfter, inOrder } from "./order.ts";

const STEPS = compileSequence({
  steps: [{ feature: "a" }, { feature: "b" }, { feature: "c" }],
  without: ["x"],
});
const rank = (feature: string) => firstPlace(STEPS, feature);

const events: fc.Arbitrary<OrderedEvent[]> = fc
  .array(
    fc.record({
      ts: fc.nat(4),
      boot: fc.constantFrom("p", "q", "r"),
      feature: fc.constantFrom("a", "b", "c", "x"),
    }),
    { maxLength: 12 },
  )
  .map((uses) => uses.map((use, seq) => ({ ...use, seq, id: `${use.feature}${use.ts}#${seq}` })));

/** "a1p b1q": a at 1 ms in document p, and so on; returned in the order of the pattern. */
const order = (text: string) =>
  inOrder(
    text.split(" ").map((id, seq) => ({
      id,
      feature: id.slice(0, 1),
      ts: Number(id.slice(1, -1)),
      boot: id.slice(-1),
      seq,
    })),
    rank,
  )
    .map(({ id }) => id)
    .join(" ");

it("S18: at one moment of different documents steps come in their order, and what breaks comes last", () => {
  expect(order("c1p b1q a1r")).toBe("a1r b1q c1p");
  expect(order("x1p a1q")).toBe("a1q x1p");
  expect(order("b1q b1p")).toBe("b1p b1q");
});

it("S18: each document keeps its own order, and time comes before all", () => {
  expect(order("b1p a1p")).toBe("b1p a1p");
  expect(order("c1p a1p b1q")).toBe("b1q c1p a1p");
  expect(order("a2q c1p")).toBe("c1p a2q");
});

it("S1, S18: it is one order, whatever the order of arrival", () => {
  return fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (uses, random) => {
      const shuffled = uses
        .map((use) => ({ use, at: Number(random.next().value) }))
        .sort((a, b) => a.at - b.at)
        .map(({ use }) => use);
      const ordered = inOrder(shuffled, rank);
      expect(ordered).toEqual(inOrder(uses, rank));
      expect(ordered.toSorted(comparePositions)).toEqual(uses.toSorted(comparePositions));
    }),
  );
});

it("S18: an event that comes after the last one never changes the order before it", () => {
  return fc.assert(
    fc.property(events, (uses) => {
      const [next, ...before] = uses;
      const ordered = inOrder(before, rank);
      const last = ordered.at(-1);
      fc.pre(next !== undefined && last !== undefined);
      const later = { ...next, seq: 100 };
      if (!comesAfter(later, last)) return;
      expect(inOrder([...before, later], rank)).toEqual([...ordered, later]);
    }),
    { numRuns: 1000 },
  );
});
