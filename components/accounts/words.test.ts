import { expect, test } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import { ageText, agoText, daysUntil, dayText, needText, personName, personRole } from "./words.ts";

const NOW = Date.parse("2026-11-22T23:30:00Z");
const en = createTranslator("en", ["en-GB"]);
const ru = createTranslator("ru", ["ru-RU"]);

test("K17: a person is called by what is known of them, wherever it came from", () => {
  const person = { user: "u1", name: null, email: null, role: null, traits: {} };
  expect(personName(person)).toBe("u1");
  expect(personName({ ...person, email: "bea@north.example" })).toBe("bea@north.example");
  // As a file said it, of somebody whom no app has named.
  expect(personName({ ...person, name: "Bea Roth", email: "bea@north.example" })).toBe("Bea Roth");
  expect(personRole({ ...person, role: "Planner", traits: { title: "CTO" } })).toBe("Planner");
  expect(personRole({ ...person, traits: { title: "CTO" } })).toBe("CTO");
  expect(personRole({ ...person, traits: { title: { of: "nobility" } } })).toBeNull();
});

test("days are counted from the UTC day of now", () => {
  expect(daysUntil("2026-11-22", NOW)).toBe(0);
  expect(daysUntil("2026-11-23", NOW)).toBe(1);
  expect(dayText(en, "2026-11-22", NOW)).toBe("today");
  expect(dayText(en, "2026-12-13", NOW)).toBe("in 21 days");
  expect(dayText(ru, "2026-12-13", NOW)).toBe("через 21 день");
  expect(agoText(ru, Date.parse("2026-11-20T00:00:00Z"), NOW)).toBe("2 дня назад");
});

test("how long somebody has been a customer is said in the largest unit of which there are two", () => {
  const age = (since: string) => ageText(en, since, NOW);
  expect(age("2026-09-23")).toBe("60 days");
  expect(age("2026-09-22")).toBe("2 months");
  expect(age("2024-11-23")).toBe("23 months");
  expect(age("2024-11-21")).toBe("2 years");
  expect(age("2027-01-01")).toBe("0 days");
});

test("K20: why an account needs a person is said with its figure", () => {
  expect(needText(en, { type: "risk" }, "usage fell")).toBe("High risk: usage fell");
  expect(needText(en, { type: "risen" }, "")).toBe("Risk has risen this week");
  expect(needText(ru, { type: "renewal", days: 21 }, "")).toBe(
    "Плохое здоровье, продление через 21 день",
  );
  expect(needText(ru, { type: "overdue", tasks: 2, due: "2026-11-20" }, "")).toContain(
    "2 просроченные задачи",
  );
  expect(needText(en, { type: "silence", days: 1 }, "")).toBe("No contact for 1 day");
});
