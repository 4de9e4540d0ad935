import { expect, it } from "vitest";
import type { Lookup } from "../model/lookup.ts";
import { explain } from "../model/parse.ts";
import { anchored, type Imported } from "./imported.ts";
import { importNodeRedTour } from "./node-red-tour.ts";

function tour(): Imported {
  const result = importNodeRedTour(
    {
      steps: [
        { title: "Read", element: "#read" },
        { title: "Press", element: "#press", wait: { type: "dom-event", event: "click" } },
        { title: "Gone", element: "#gone" },
      ],
    },
    { id: "tour" },
  );
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}
const seen = (outcome: "exact" | "part", lang?: string): Lookup => ({
  outcome,
  sample: {
    ...(lang && { lang }),
    fingerprint: { tag: "button", name: `${outcome} ${lang ?? ""}` },
  },
});
const lookups = (entries: Record<string, Lookup>) => new Map(Object.entries(entries));

it("X3: what was found is pointed at, and what was not is told and stands in the middle", () => {
  const { guide, findings } = anchored(
    tour(),
    lookups({ read: seen("exact"), press: seen("exact"), gone: { outcome: "missing" } }),
  );
  expect(guide.steps.map(({ anchor }) => anchor?.samples.length)).toEqual([1, 1, undefined]);
  expect(findings).toEqual([{ path: "steps[2].element", code: "target-missing", what: "#gone" }]);
});

it("X5: a click leads on only where the whole target is pointed at", () => {
  const on = (outcome: "exact" | "part") =>
    anchored(tour(), lookups({ press: seen(outcome) })).guide.steps[1];
  expect(on("exact")).toMatchObject({ advance: { on: "click" }, onMissing: "wait" });
  expect(on("part")).toMatchObject({ advance: { on: "next" }, onMissing: "show-without-arrow" });
});

it("X3: a part is named for the author to look at", () => {
  const { findings } = anchored(tour(), lookups({ read: seen("part") }));
  expect(findings).toEqual([
    { path: "steps[0].element", code: "target-part", what: "#read, button “part ”" },
  ]);
});

it("X3: the page in another language adds a sample, in the same language replaces it", () => {
  const english = anchored(tour(), lookups({ read: seen("exact", "en") }));
  const both = anchored(english, lookups({ read: seen("exact", "ja") }));
  const again = anchored(both, lookups({ read: seen("part", "en") }));
  const langs = (of: Imported) => of.guide.steps[0]?.anchor?.samples.map(({ lang }) => lang);
  expect(langs(both)).toEqual(["en", "ja"]);
  expect(langs(again)).toEqual(["ja", "en"]);
});
