import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Attributes, Duration, Id, Localized, SafeUrl } from "./primitives.ts";

const accepts = (schema: typeof SafeUrl, text: string) => schema.safeParse(text).success;

describe("SafeUrl", () => {
  it.each([
    "https://example.com",
    "HTTPS://example.com:8443/a/@b?c=d#e",
    "mailto:help@example.com",
  ])("lets %s through", (url) => {
    expect(accepts(SafeUrl, url)).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.com/1",
    "http://example.com",
    "//example.com",
    "/path",
    "https:example.com",
    "https:\\\\example.com",
    "https://user:password@example.com",
    "https://user@example.com",
    "https://example.com\\@evil.com",
    "https://",
    "mailto:nobody",
    "mailto://user@host.example",
    "",
  ])("refuses %j", (url) => {
    expect(accepts(SafeUrl, url)).toBe(false);
  });

  it("leads nowhere but to https: and mailto:, however it is spelt", () => {
    const piece = fc.constantFrom(
      "javascript:",
      "data:",
      "https:",
      "mailto:",
      "//",
      "/",
      "\\",
      "@",
      ":",
      "?",
      "#",
      "a.b",
      "\t",
      "\n",
      "\u0000",
      "\u00a0",
      "\u200b",
      "%0a",
      "JaVa",
      "script:",
      "text/html,",
      "<b>",
    );
    const spelling = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.tuple(piece, fc.string({ unit: "binary" })).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(spelling, (text) => {
        if (!accepts(SafeUrl, text) || !URL.canParse(text)) return;
        const url = new URL(text);
        expect(["https:", "mailto:"]).toContain(url.protocol);
        expect([url.username, url.password]).toEqual(["", ""]);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("primitives", () => {
  it.each([
    ["a", true],
    ["0.a_b-c", true],
    ["A", false],
    ["-a", false],
    ["a b", false],
    ["", false],
    ["a".repeat(64), true],
    ["a".repeat(65), false],
  ])("Id: %j is %s", (text, ok) => {
    expect(accepts(Id, text)).toBe(ok);
  });

  it("Duration: a whole number above zero and a unit", () => {
    expect(["30m", "1ms", "2w"].every((text) => accepts(Duration, text))).toBe(true);
    expect(["0m", "1.5h", "m", "10", "-1d", "1y"].some((text) => accepts(Duration, text))).toBe(
      false,
    );
  });

  it("Localized: at least one locale", () => {
    expect(Localized.safeParse({ "pt-BR": "Olá" }).success).toBe(true);
    expect(Localized.safeParse({}).success).toBe(false);
  });

  it("Attributes: short, flat, and not many", () => {
    const many = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, i]));
    expect(Attributes.safeParse({ plan: "pro", seats: 3, trial: false }).success).toBe(true);
    expect(Attributes.safeParse({ plan: { name: "pro" } }).success).toBe(false);
    expect(Attributes.safeParse({ plan: "x".repeat(257) }).success).toBe(false);
    expect(Attributes.safeParse(many(64)).success).toBe(true);
    expect(Attributes.safeParse(many(65)).success).toBe(false);
  });
});
