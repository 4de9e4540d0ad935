import { describe, expect, it } from "vitest";
import { localize, pickLocale } from "./locale.ts";

describe("pickLocale", () => {
  it.each([
    [["en", "ru"], ["ru"], "ru"],
    [["en", "pt-BR"], ["pt-br"], "pt-BR"],
    [["en", "pt-BR"], ["pt-PT"], "pt-BR"],
    [["en", "ru"], ["ru-RU"], "ru"],
    [["en", "de", "ru"], ["fr", "ru", "de"], "ru"],
    [["de", "en"], ["fr"], "en"],
    [["de", "ru"], ["fr"], "de"],
    [["de", "ru"], [], "de"],
  ])("of %j a reader of %j gets %s", (offered, wanted, picked) => {
    expect(pickLocale(offered, wanted)).toBe(picked);
  });

  it("does not guess when there is nothing", () => {
    expect(() => pickLocale([], ["en"])).toThrow(RangeError);
  });

  it("gives the text", () => {
    expect(localize({ en: "Next", ru: "Далее" }, ["ru"])).toBe("Далее");
  });
});
