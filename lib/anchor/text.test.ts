import { expect, it } from "vitest";
import { stability } from "./stability.ts";
import { containment, jaccard, normalise, tokens } from "./text.ts";

it("A3: digits, punctuation and case are apart", () => {
  expect(normalise("  Inbox (12)\n")).toBe("inbox");
  expect(normalise("Ёлка № 5")).toBe("ёлка");
  expect(normalise(undefined)).toBe("");
});

it("A3: a text without letters stays what it is", () => {
  expect(normalise(" × ")).toBe("×");
  expect(normalise("12")).not.toBe(normalise("13"));
});

it("words are compared as sets", () => {
  const a = tokens("Create new flow");
  const b = tokens("Create flow");
  expect(jaccard(a, b)).toBeCloseTo(2 / 3);
  expect(containment(a, b)).toBe(1);
  expect(jaccard(new Set(), new Set())).toBe(0);
});

it.each([
  ["header-deploy", "word"],
  ["step-2", "mixed"],
  ["radix-:r1:", "random"],
  [":r7:", "random"],
  ["css-1q2w3e", "random"],
  ["3f2a9c71", "random"],
  ["item-48213", "random"],
  ["9b2e5a10-1111-4222-8333-444455556666", "random"],
])("A4: %s is %s", (text, expected) => {
  expect(stability(text)).toBe(expected);
});
