import fc from "fast-check";
import { expect, it } from "vitest";
import { discreet } from "./discreet-text.ts";

it("W11: addresses, long numbers and secrets are left out of names, the rest stays", () => {
  expect(discreet("Save report")).toBe("Save report");
  expect(discreet("Inbox (12)")).toBe("Inbox (12)");
  expect(discreet("ada@example.com – Inbox")).toBe("– Inbox");
  expect(discreet("Order 4711-0815 of today")).toBe("Order of today");
  expect(discreet("Call +49 170 1234567 now")).toBe("Call now");
  expect(discreet("4111 1111 1111 1111")).toBeUndefined();
  expect(discreet("  ")).toBeUndefined();
  expect(discreet(undefined)).toBeUndefined();
});

it("W11: whatever stands around it, an address or four digits in a row never stay", () => {
  const around = fc.string({ maxLength: 30 });
  const secret = fc.oneof(
    fc.emailAddress(),
    fc.integer({ min: 1_000, max: 999_999_999 }).map(String),
  );
  fc.assert(
    fc.property(around, secret, around, (before, middle, after) => {
      const text = discreet(`${before} ${middle} ${after}`) ?? "";
      expect(text).not.toContain(middle);
      expect(text).not.toMatch(/\d{4}/);
    }),
  );
});
