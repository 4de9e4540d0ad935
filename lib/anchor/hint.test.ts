import { describe, expect, it } from "vitest";
import { createHint } from "./hint.ts";

const hint = createHint({ samples: [{ fingerprint: { tag: "button", name: "Café öffnen" } }] });

describe("hint", () => {
  it("A3: knows a word however its accents are written", () => {
    expect(hint.text("Zum CAFÉ")).toBe(true);
    expect(hint.text("Zum Cafe\u0301")).toBe(true);
    expect(hint.text("Zum Lokal")).toBe(false);
  });
});
