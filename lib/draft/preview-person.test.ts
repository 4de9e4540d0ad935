import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Condition } from "../model/condition.ts";
import type { Guide } from "../model/guide.ts";
import { askedOf, factsOf, NOBODY, type PreviewPerson } from "./preview-person.ts";
import { itemsFor, verdictOn } from "./preview-verdict.ts";

const NOW = 1_700_000_000_000;
const address = { host: "app.example.com", pathname: "/reports", search: "", hash: "" };
const trial = {
  id: "trial",
  name: "Trial",
  when: { type: "attribute", of: "account", name: "plan", op: "eq", value: "trial" } as const,
};
const HISTORY: Condition[] = [
  { type: "used", feature: "deploy", times: 3, within: "7d" },
  { type: "count", feature: "deploy", op: "lt", value: 2, within: "7d" },
  { type: "count", feature: "deploy", op: "eq", value: 0, within: "7d" },
  { type: "sequence", sequence: { steps: [{ feature: "a" }, { feature: "b" }] } },
  { type: "absent", feature: "deploy", after: "login", for: "3d" },
  { type: "signal", signal: "activated" },
  { type: "signal", signal: "activated", is: false },
  { type: "guide", guide: "first" },
  { type: "segment", segment: "unknown" },
];

const forWhom = (audience: Condition, more: Partial<Guide> = {}) =>
  smallGuide([smallStep("one")], { audience, ...more });
const verdict = (guide: Guide, person: Partial<PreviewPerson> = {}) =>
  verdictOn(guide, factsOf({ ...NOBODY, ...person }, { segments: [trial], address, now: NOW }));

describe("the person of a preview", () => {
  it.each(
    HISTORY,
  )("Y4: what a history would tell is asked, and holds as it is supposed: %j", (condition) => {
    const guide = forWhom(condition);
    const { supposed } = askedOf(guide, [trial]);
    expect(supposed).toHaveLength(1);
    const said = verdict(guide, { holds: supposed.map((one) => one.condition) }).verdict;
    const unsaid = verdict(guide).verdict;
    const wanted = condition.type === "signal" && condition.is === false;
    expect([said, unsaid]).toEqual(wanted ? ["not", "gets"] : ["gets", "not"]);
  });

  it("Y4: attributes decide; who is said to be in a segment is in it", () => {
    const guide = forWhom({ type: "segment", segment: "trial" });
    expect(askedOf(guide, [trial])).toEqual({
      supposed: [],
      attributes: [{ of: "account", name: "plan" }],
    });
    expect(verdict(guide).stoppedBy).toMatchObject({ check: "audience" });
    expect(verdict(guide, { account: { plan: "trial" } }).verdict).toBe("gets");
    expect(verdict(guide, { segments: new Set(["trial"]) }).verdict).toBe("gets");
  });

  it("Y4: frequency, budget and experiments say nothing; dates, trigger and page do", () => {
    const here: Condition = { type: "page", url: { path: "/reports" } };
    const auto: Guide = smallGuide([smallStep("one")], {
      trigger: { start: "auto", when: here },
      experiment: "half",
    });
    expect(verdict(auto).verdict).toBe("gets");
    const elsewhere: Guide = {
      ...auto,
      trigger: { start: "auto", when: { type: "page", url: { path: "/other" } } },
    };
    expect(verdict(elsewhere).stoppedBy).toMatchObject({ check: "trigger" });
    expect(
      verdict({ ...elsewhere, trigger: { ...elsewhere.trigger, start: "manual" } }).verdict,
    ).toBe("gets");
    const shown: Condition = { type: "element", selector: ".error", state: "present" };
    expect(verdict({ ...auto, trigger: { start: "auto", when: shown } }).verdict).toBe("waits");
    expect(verdict({ ...auto, schedule: { until: NOW } }).stoppedBy).toMatchObject({
      check: "schedule",
    });
  });

  it("Y6: asks for what its texts name, and ticks the items that are done", () => {
    const steps = [
      smallStep("one", { title: { en: "Hello {{user.first_name|there}}" } }),
      smallStep("two", {
        body: {
          en: [
            {
              type: "paragraph",
              children: [{ type: "variable", of: "account", name: "name", fallback: "you" }],
            },
          ],
        },
      }),
    ];
    expect(askedOf(smallGuide(steps), []).attributes).toEqual([
      { of: "user", name: "first_name" },
      { of: "account", name: "name" },
    ]);
    const done: Condition = { type: "used", feature: "deploy" };
    const list = smallGuide(
      [
        smallStep("deploy", { advance: { on: "until", condition: done } }),
        smallStep("later", {
          advance: { on: "until", condition: { type: "signal", signal: "x" } },
        }),
      ],
      { kind: "checklist" },
    );
    const facts = factsOf({ ...NOBODY, holds: [done] }, { segments: [], now: NOW });
    expect(itemsFor(list, facts)).toEqual(["deploy"]);
  });
});
