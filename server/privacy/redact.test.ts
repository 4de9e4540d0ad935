import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GONE, type Handles, redact } from "./redact.ts";

const NOBODY: Handles = { ids: new Set(), emails: new Set(), names: new Set() };
const ann: Handles = {
  ids: new Set(["u1"]),
  emails: new Set(["ann@example.com"]),
  names: new Set(["Ann Lee"]),
};

describe("R66: a person is taken out of what others wrote", () => {
  it("champions who are they go as a whole, by user, address, or a name that is all that is known", () => {
    const champions = [
      { name: "A. L.", user: "u1" },
      { name: "Ann", email: "Ann@Example.com", role: "CTO" },
      { name: "Ann Lee" },
      { name: "Ann Lee", email: "another@example.com" },
      { name: "Ben", user: "u2" },
    ];
    const { value, entries } = redact(champions, ann, "champions");
    expect(value).toEqual(champions.slice(3));
    expect(entries).toEqual(champions.slice(0, 3));
  });

  it("lists of people lose their id, address and name; other words of the same spelling stay", () => {
    const touch = { people: ["Ben", "u1", "ANN@example.com", "Ann Lee"], text: "u1 and Ann Lee" };
    expect(redact(touch, ann).value).toEqual({ people: ["Ben"], text: "u1 and Ann Lee" });
  });

  it("addresses go wherever they stand, and only whole ones", () => {
    const texts = {
      text: "Write to ANN@example.com, not to joann@example.com or ann@example.com.au.",
      deep: [{ found: '"ann@example.com"' }],
    };
    expect(redact(texts, ann).value).toEqual({
      text: `Write to ${GONE}, not to joann@example.com or ann@example.com.au.`,
      deep: [{ found: `"${GONE}"` }],
    });
  });

  it("a colleague whose account it is stays, and so do the names of records", () => {
    const task = { id: "ann@example.com", account: "ann@example.com", owner: "ann@example.com" };
    expect(redact(task, ann)).toEqual({ value: task, entries: [], texts: [] });
  });

  it("words go as whole words, in any alphabet", () => {
    const words = { ...NOBODY, words: "Анна" };
    expect(redact("анна и Анна-Мария, но не Аннабель", words).value).toBe(
      `${GONE} и ${GONE}-Мария, но не Аннабель`,
    );
  });

  it("what names nobody stays as it is, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(redact(value, NOBODY).value).toEqual(value);
      }),
    );
  });

  it("done twice it is done once", () => {
    const some = fc.constantFrom("u1", "ann@example.com", "Ann Lee", "x ann@example.com y", "Ben");
    const value = fc.record({
      people: fc.array(some),
      champions: fc.array(fc.record({ name: some, email: some }, { requiredKeys: ["name"] })),
      text: some,
    });
    fc.assert(
      fc.property(value, (one) => {
        const once = redact(one, ann).value;
        expect(redact(once, ann)).toEqual({ value: once, entries: [], texts: [] });
      }),
    );
  });
});
