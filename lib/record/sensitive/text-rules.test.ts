import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sensitiveSpans } from "./text-rules.ts";

/** What is hidden of a text, piece by piece. */
function hidden(text: string): string[] {
  return sensitiveSpans(text).map(({ start, end }) => text.slice(start, end));
}

/** The text as it would be read in a picture. */
function left(text: string): string {
  const letters = [...text].length === text.length ? text.split("") : Array.from(text);
  for (const { start, end } of sensitiveSpans(text)) letters.fill("█", start, end);
  return letters.join("");
}

describe("text that looks like somebody's", () => {
  it.each([
    ["an e-mail address", "anna.karenina@corp.example"],
    ["one in Cyrillic", "анна@почта.рф"],
    ["one without a top-level domain", "root@localhost"],
    ["a phone number", "+7 916 123-45-67"],
    ["one with an area", "(495) 123-45-67"],
    ["one in pieces", "8 (916) 123 45 67"],
    ["an American one", "415-555-2671"],
    ["a bare one", "4155552671"],
    ["a British one", "+44 20 7946 0958"],
    ["one in Arabic digits", "+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧"],
    ["a card", "4111 1111 1111 1111"],
    ["a card with hyphens", "5500-0000-0000-0004"],
    ["an American Express card", "3782 822463 10005"],
    ["a bare card", "4111111111111111"],
    ["an insurance number", "078-05-1120"],
    ["a СНИЛС", "112-233-445 95"],
    ["an IBAN", "DE89 3704 0044 0532 0130 00"],
    ["a bare IBAN", "GB29NWBK60161331926819"],
    ["a key", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"],
    ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N"],
    ["an access key", "AKIAIOSFODNN7EXAMPLE"],
    ["its secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
    ["a UUID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
    ["a hash", "9e107d9d372bb6826bd81d3542a419d6"],
  ])("P5: hides %s", (_, text) => {
    expect(left(text)).toBe("█".repeat(text.length));
    expect(left(`Before ${text}, after`)).toBe(`Before ${"█".repeat(text.length)}, after`);
  });

  it.each([
    ["Password: hunter2", "Password: "],
    ["Temporary password: correct horse. Change it soon", "Temporary password: "],
    ["Пароль: кукушка", "Пароль: "],
    ["API key = zebra", "API key = "],
    ["PIN：1234", "PIN："],
  ])("P5: hides what a text calls a secret: %s", (text, kept) => {
    expect(left(text).replaceAll("█", "")).toMatch(new RegExp(`^${kept}(\\. Change it soon)?$`));
  });

  it.each([
    "Invoices are sent on the first day of each month.",
    "Deploy",
    "2026-11-22 14:27:05",
    "22.11.2026",
    "3 of 5 steps",
    "$1,234,567.89",
    "1 284 events in 28 days",
    "Room 4, floor 12",
    "@mention and #tag",
    "v24.21.0",
    "99.95 %",
    "getElementById",
    "electroencephalographically",
    "internationalization-of-guides",
    "Ctrl+Shift+S",
    "Настройки: Общие",
  ])("P5: leaves alone what is nobody's: %s", (text) => {
    expect(hidden(text)).toEqual([]);
  });

  it("P5: finds a card among other numbers", () => {
    const text = "1 2 3 4 5 6 7 8 9 4111 1111 1111 1111 10";
    expect(left(text)).toContain("█".repeat(19));
  });

  it("P5: answers with pieces of the text, whatever it is, and soon", () => {
    const piece = fc.constantFrom("@", "a", "1", " ", "+", "-", ".", "(", "eyJ", "Password:", "é");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const text = pieces.join("");
        for (const { start, end } of sensitiveSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    for (const one of ["1", "a", "@", "1 ", "a@", "Password: ", "A1"]) {
      const long = one.repeat(100_000 / one.length);
      const began = performance.now();
      sensitiveSpans(long);
      expect(performance.now() - began, one).toBeLessThan(2000);
    }
  });

  it("P5: hides every address and number of its forms, whatever stands around", () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    const phone = fc
      .tuple(digits(3), digits(3), digits(4))
      .map((parts) => `+1 ${parts.map((part) => part.join("")).join("-")}`);
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const mail = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.test`);
    fc.assert(
      fc.property(word, fc.oneof(phone, mail), word, (before, secret, after) => {
        expect(left(`${before} ${secret} ${after}`)).not.toContain(secret.slice(-4));
      }),
    );
  });
});
