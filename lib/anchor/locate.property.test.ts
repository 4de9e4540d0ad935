import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../model/anchor.ts";
import type { Candidate } from "./candidate.ts";
import { locate } from "./locate.ts";
import { GATE } from "./weights.ts";

const WORDS = ["save", "draft", "open", "report", "invite", "team", "close", "account"];
const word = fc.constantFrom(...WORDS);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });

const fingerprint: fc.Arbitrary<Fingerprint> = fc.record({
  tag: fc.constantFrom("button", "a", "input", "li", "h2"),
  name: maybe(phrase),
  text: maybe(phrase),
  id: maybe(phrase.map((text) => text.replaceAll(" ", "-"))),
  landmark: maybe(fc.constantFrom("header", "nav", "main")),
  neighbours: maybe(fc.array(phrase, { maxLength: 3 })),
  icon: maybe(fc.constantFrom("i1", "i2")),
});
const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(fc.tuple(fingerprint, maybe(fc.nat(20))), { maxLength: 15 })
  .map((entries) =>
    entries.map(([print, parent], index) => ({
      fingerprint: print,
      parent: parent !== undefined && parent < index ? parent : undefined,
    })),
  );
const anchor = fingerprint.map((print) => ({ samples: [{ fingerprint: print }] }));

describe("locate, for any page", () => {
  it("A14: the order of the candidates does not change the answer", () => {
    const shuffled = candidates.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(anchor, shuffled, (target, [list, order]) => {
        const place = new Map(order.map((old, now) => [old, now]));
        const moved = order.map((old) => {
          const { fingerprint: print, parent } = list[old] as Candidate;
          return {
            fingerprint: print,
            parent: parent === undefined ? undefined : place.get(parent),
          };
        });
        const before = locate(target, list);
        const after = locate(target, moved);
        expect(after.outcome).toBe(before.outcome);
        expect(after.score).toBeCloseTo(before.score);
        if (before.outcome === "ambiguous" && after.outcome === "ambiguous") {
          const rivals = after.rivals.map((now) => order[now]);
          expect(new Set(rivals)).toEqual(new Set(before.rivals));
        }
      }),
    );
  });

  it("A9: a target that was removed is never answered with something unrelated", () => {
    const strangers = fc.array(
      fc.record({
        tag: fc.constantFrom("button", "a", "input"),
        name: fc.constantFrom("Quit", "Print", "Zoom", "Undo"),
        landmark: fc.constantFrom("header", "nav", "main"),
      }),
      { maxLength: 15 },
    );
    const named = fc.record({
      tag: fc.constantFrom("button", "a"),
      name: phrase,
      landmark: fc.constant("main"),
    });
    fc.assert(
      fc.property(named, strangers, (target, list) => {
        const page = list.map((print) => ({ fingerprint: print }));
        expect(locate({ samples: [{ fingerprint: target }] }, page).outcome).not.toBe("found");
      }),
    );
  });

  it("A8: an answer by score has passed the gate", () => {
    fc.assert(
      fc.property(anchor, candidates, (target, list) => {
        const answer = locate(target, list);
        if (answer.outcome !== "found" || answer.tier !== 2) return;
        const doors = [GATE, GATE.marked, GATE.worded, GATE.agreed];
        expect(
          doors.some(({ score, margin }) => answer.score >= score && answer.margin >= margin),
        ).toBe(true);
      }),
    );
  });

  it("A8: an identical twin elsewhere is never guessed between", () => {
    fc.assert(
      fc.property(fingerprint, candidates, (target, list) => {
        const twins = [{ fingerprint: target }, { fingerprint: target }];
        const offset = list.map(({ fingerprint: print, parent }) => ({
          fingerprint: print,
          parent: parent === undefined ? undefined : parent + 2,
        }));
        const answer = locate({ samples: [{ fingerprint: target }] }, [...twins, ...offset]);
        expect(answer.outcome).not.toBe("found");
      }),
    );
  });
});
