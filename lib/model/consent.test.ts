import fc from "fast-check";
import { expect, it } from "vitest";
import { type ConsentAnswers, consentAt, maySend } from "./consent.ts";

const answer = fc.record({
  answer: fc.constantFrom("granted" as const, "refused" as const),
  at: fc.nat(),
});
const answers: fc.Arbitrary<ConsentAnswers> = fc.record(
  { person: answer, hosts: fc.dictionary(fc.constantFrom("a.test", "b.test"), answer) },
  { requiredKeys: ["hosts"] },
);
const policy = fc.constantFrom("required" as const, "implied" as const);
const host = fc.constantFrom("", "a.test", "b.test", "c.test");

it("E17: a refusal wins, and where an answer is required nothing else is as good", () => {
  fc.assert(
    fc.property(policy, answers, host, (wanted, said, at) => {
      const heard = [said.person?.answer, said.hosts[at]?.answer];
      const state = consentAt(wanted, said, at);
      if (heard.includes("refused")) expect(state).toBe("refused");
      else if (heard.includes("granted")) expect(state).toBe("granted");
      else expect(state).toBe(wanted === "required" ? "pending" : "granted");
    }),
  );
});

it("E17: a page speaks for nobody but itself", () => {
  fc.assert(
    fc.property(policy, answers, host, (wanted, said, at) => {
      const { [at]: _, ...others } = said.hosts;
      const without = { ...said, hosts: others };
      for (const other of ["", "c.test"].filter((one) => one !== at)) {
        expect(consentAt(wanted, said, other)).toBe(consentAt(wanted, without, other));
      }
    }),
  );
});

it("E18: nothing leaves a device on which nobody has agreed where that is required", () => {
  expect(maySend("required", { hosts: {} })).toBe(false);
  expect(maySend("required", { hosts: { "a.test": { answer: "granted", at: 1 } } })).toBe(true);
  expect(maySend("implied", { person: { answer: "refused", at: 1 }, hosts: {} })).toBe(false);
});
