import fc from "fast-check";
import { expect, it } from "vitest";
import { judge } from "./judge.ts";

const NOW = 1_000_000;
const at = { now: NOW, random: 1 };
const line = fc.record({
  attempts: fc.nat({ max: 30 }),
  size: fc.option(fc.integer({ min: 1, max: 500 })),
});
const answer = fc.oneof(
  fc.constantFrom("refused" as const, "too-large" as const),
  fc.constant({ status: null, why: "nobody is there" }),
  fc.record({ status: fc.integer({ min: 100, max: 599 }), retryAfter: fc.option(fc.string()) }),
);
const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 9 });

it("R59: a message goes only when it was taken, or when it alone was refused", () => {
  fc.assert(
    fc.property(line, answer, ids, (state, said, sent) => {
      const settled = judge(state, sent, said, at);
      const status = typeof said === "object" ? (said.status ?? 0) : 0;
      const isTaken = status >= 200 && status < 300;
      if (isTaken) expect(settled).toMatchObject({ ids: sent, sent: sent.length, error: null });
      else expect(settled.ids.length).toBe(settled.dropped);
      if (settled.dropped > 0) expect(sent).toHaveLength(1);
      if (!isTaken) expect(settled.error).not.toBeNull();
    }),
  );
});

it("R59: every answer leads on: to fewer messages, to a wait of at most an hour, or to an empty request", () => {
  fc.assert(
    fc.property(line, answer, ids, (state, said, sent) => {
      const { nextAt, size, ids: gone } = judge(state, sent, said, at);
      const waits = nextAt !== null && nextAt > NOW && nextAt - NOW <= 3_600_000;
      const isSmaller = size !== null && size < sent.length && size > 0;
      expect(waits || isSmaller || gone.length === sent.length).toBe(true);
    }),
  );
});

it("R59: waits as long as the target asks", () => {
  const said = { status: 429, retryAfter: "120" };
  expect(judge({ attempts: 0, size: null }, ["a"], said, { now: NOW, random: 0 }).nextAt).toBe(
    NOW + 120_000,
  );
});
