import { describe, expect, test } from "vitest";
import { readPreference, resolveLanguage, writePreference } from "./preference.ts";
import { createTranslator } from "./translator.ts";

describe("translator", () => {
  const en = createTranslator("en", ["en-GB"]);
  const ru = createTranslator("ru", ["ru-RU", "en"]);

  test("fills in parameters, numbers in the language's way", () => {
    expect(en.t("insights.milestone.progress", { done: 2, of: 1000 })).toBe("2 of 1,000");
    expect(ru.t("insights.milestone.progress", { done: 2, of: 4 })).toBe("2 из 4");
  });

  test.each([
    [1, "1 шаг"],
    [2, "2 шага"],
    [5, "5 шагов"],
    [11, "11 шагов"],
    [21, "21 шаг"],
  ])("chooses the Russian form for %d", (count, text) => {
    expect(ru.t("panel.guides.steps", { count })).toBe(text);
  });

  test("leaves braces in a parameter alone", () => {
    expect(en.t("options.sites.added", { site: "{site}$&" })).toBe(
      "{site}$& added. Waymark is on there now.",
    );
  });

  test("writes durations in the unit that fits", () => {
    expect(en.duration(400)).toBe("0.4 seconds");
    expect(en.duration(90_000)).toBe("1.5 minutes");
    expect(en.duration(3_600_000)).toBe("1 hour");
    expect(en.duration(36 * 3_600_000)).toBe("1.5 days");
    expect(ru.duration(40 * 86_400_000)).toBe("40 дней");
  });

  test("writes a UTC day as that day in every time zone", () => {
    expect(en.day("2026-11-12")).toBe("12 Nov");
    expect(ru.day("2026-11-12")).toContain("12 нояб");
  });
});

describe("language preference", () => {
  test("follows the browser's first language that is spoken, else English", () => {
    expect(resolveLanguage("auto", ["de-DE", "ru-RU", "en-US"])).toBe("ru");
    expect(resolveLanguage("auto", ["de-DE"])).toBe("en");
    expect(resolveLanguage("en", ["ru"])).toBe("en");
  });

  test("is kept, and something unknown counts as automatic", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(readPreference(storage)).toBe("auto");
    writePreference(storage, "ru");
    expect(readPreference(storage)).toBe("ru");
    for (const key of kept.keys()) kept.set(key, "klingon");
    expect(readPreference(storage)).toBe("auto");
  });
});
