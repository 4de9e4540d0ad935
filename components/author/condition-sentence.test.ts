import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../lib/i18n/messages.ts";
import { createTranslator } from "../../lib/i18n/translator.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { referencesOf } from "../../lib/model/references.ts";
import { arbitraryCondition } from "../../test/support/arbitrary-condition.ts";
import { type Choices, NO_CHOICES } from "./condition-names.ts";
import { sentenceOf } from "./condition-sentence.ts";

const english = createTranslator("en", []);
const russian = createTranslator("ru", []);
const choices: Choices = {
  ...NO_CHOICES,
  features: [
    { id: "deploy", name: "Deploy" },
    { id: "add-node", name: "Add a node" },
  ],
  segments: [{ id: "trial", name: "Trial accounts" }],
};
const used: Condition = { type: "used", feature: "deploy", times: 3, within: "7d" };

describe("conditions as sentences", () => {
  it("Y1: any that the schema allows reads as a sentence, in every language, with all it names", () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        for (const language of LANGUAGES) {
          const said = sentenceOf(condition, NO_CHOICES, createTranslator(language, []));
          expect(said).not.toMatch(/undefined|NaN|say\./);
          const named = referencesOf({
            kind: "segments",
            body: { id: "x", name: "X", when: condition },
          });
          for (const { id } of named) expect(said).toContain(id);
        }
      }),
    );
  });

  it("Y1: conditions that differ read differently", () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        const turned: Condition = { type: "not", of: condition };
        expect(sentenceOf(turned, choices, english)).not.toBe(
          sentenceOf(condition, choices, english),
        );
      }),
    );
  });

  it("reads as people speak", () => {
    expect(sentenceOf(used, choices, english)).toBe(
      "People who used “Deploy” at least 3 times within 7 days",
    );
    expect(sentenceOf(used, choices, russian)).toBe(
      "Люди, которые пользовались «Deploy» не менее 3 раз за 7 дней",
    );
    const role: Condition = {
      type: "attribute",
      of: "user",
      name: "role",
      op: "in",
      value: ["admin", 2],
    };
    const either: Condition = { type: "any", of: [role, { type: "segment", segment: "trial" }] };
    expect(
      sentenceOf({ type: "all", of: [used, { type: "not", of: either }] }, choices, english),
    ).toBe(
      "All of this: people who used “Deploy” at least 3 times within 7 days; except (any of this: " +
        "people whose “role” is one of “admin”, 2; people in the segment “Trial accounts”)",
    );
  });

  it("tells sequences with all that is asked of them", () => {
    const condition: Condition = {
      type: "sequence",
      sequence: {
        steps: [{ feature: ["deploy", "add-node"], times: 2 }, { feature: "search" }],
        within: "1h",
        order: "strict",
        without: ["add-node", { features: ["deploy"], between: [1, 2] }],
      },
    };
    expect(sentenceOf(condition, choices, english)).toBe(
      "People who one after the other used “Deploy” or “Add a node” 2 times, then “search” (not published), " +
        "within 1 hour, with nothing of it in between, without “Add a node”, without “Deploy” between steps 1 and 2",
    );
  });
});
