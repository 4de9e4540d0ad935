import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  NODE_RED_TOURS,
  readNodeRedSource,
  readNodeRedTour,
  type TourId,
} from "../../test/support/node-red-tours.ts";
import { Guide } from "../model/guide.ts";
import { explain } from "../model/parse.ts";
import { plainText } from "../tour/plain-text.ts";
import { needsMending } from "./finding.ts";
import type { Imported } from "./imported.ts";
import { importNodeRedTour } from "./node-red-tour.ts";
import { readFile } from "./read-file.ts";

function imported(steps: unknown, locale?: string): Imported {
  const result = importNodeRedTour({ steps }, { id: "tour", ...(locale && { locale }) });
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}
function problems(input: unknown): string {
  const result = importNodeRedTour(input, { id: "tour" });
  return result.ok ? "" : explain(result.error);
}
const named = (code: string, { findings }: Imported) =>
  findings.filter((one) => one.code === code).map(({ path }) => path);

describe("a tour of Node-RED", () => {
  it.each(
    Object.keys(NODE_RED_TOURS) as TourId[],
  )("X1: %s of the editor becomes a guide", async (id) => {
    const tour = (await readNodeRedTour(id)) as { steps: Record<string, unknown>[] };
    const { guide, targets, findings } = imported(tour.steps);
    expect(guide.steps).toHaveLength(tour.steps.length);
    const fields = (name: string) =>
      tour.steps.flatMap((step, index) => (step[name] ? [`steps[${index}].${name}`] : []));
    const paths = new Set(findings.map(({ path }) => path));
    for (const name of ["prepare", "complete", "image"]) {
      expect([...paths].filter((path) => path.endsWith(`.${name}`))).toEqual(fields(name));
    }
    const computed = named("target-code", { guide, targets, findings });
    expect([...targets.map(({ path }) => path), ...computed].sort()).toEqual(
      fields("element").sort(),
    );
    for (const [index, step] of tour.steps.entries()) {
      if (!step.title) continue;
      const { "en-US": en, ...others } = step.title as Record<string, string>;
      expect(guide.steps[index]?.title).toEqual({ en, ...others });
    }
  });

  it.each(
    Object.keys(NODE_RED_TOURS) as TourId[],
  )("X30: %s read as it is written is the same as its JSON after it ran", async (id) => {
    const read = readFile(await readNodeRedSource(id));
    if (!read.ok || !read.tours[0]) throw new Error("no tour");
    expect(read.tours[0].format).toBe("node-red");
    const written = read.tours[0].convert({ id: "tour" });
    const ran = importNodeRedTour(await readNodeRedTour(id), { id: "tour" });
    if (!written.ok || !ran.ok) throw new Error("no guide");
    expect(written.value.guide).toEqual(ran.value.guide);
    expect(written.value.targets).toEqual(ran.value.targets);
    const codes = ({ findings }: Imported) => findings.map(({ path, code }) => `${path} ${code}`);
    expect(codes(written.value)).toEqual(codes(ran.value));
  });

  it("X4: languages become locales; American English is the one for everybody else", () => {
    const [step] = imported([
      { title: { "en-US": "Hi", ja: "やあ" }, description: { "en-US": "<p>You</p>", ja: "君" } },
    ]).guide.steps;
    expect(Object.keys(step?.title ?? {})).toEqual(["en", "ja"]);
    expect(Object.keys(step?.body ?? {})).toEqual(["en", "ja"]);
    expect(imported([{ title: "Hallo" }], "de").guide.steps[0]?.title).toEqual({ de: "Hallo" });
  });

  it("X4: a step without a title has the beginning of its text", () => {
    const { guide, findings } = imported([
      { description: "<p>Press <code>+</code></p><p>It is up there.</p>" },
      { description: "Drag it here. Then wire it." },
      { description: "Drag <b>it</b> here. Then wire it." },
      { description: `${"so many words ".repeat(10)}` },
    ]);
    expect(guide.steps.map(({ title }) => title.en)).toEqual([
      "Press +",
      "Drag it here.",
      "Drag it here.",
      expect.stringMatching(/^so many .*…$/),
    ]);
    expect(guide.steps.map(({ body }) => plainText(body.en ?? []))).toEqual([
      "It is up there.",
      "Then wire it.",
      "Drag it here. Then wire it.",
      expect.stringMatching(/^so many .* words$/),
    ]);
    expect(findings.map(({ code }) => code)).toEqual(Array(4).fill("title"));
  });

  it("X2: code is reported and never run", () => {
    const bomb = { function: "() => { throw new Error('ran') }" };
    const { findings, targets } = imported([
      { title: "A", element: bomb, prepare: bomb, complete: bomb },
      { title: "B", wait: { type: "nr-event", event: "nodes:add", filter: bomb } },
    ]);
    expect(targets).toEqual([]);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "steps[0].element target-code",
      "steps[0].prepare prepare",
      "steps[0].complete complete",
      "steps[1].wait wait-result",
      "steps[1].wait.filter wait-code",
    ]);
    expect(findings[0]?.what).toMatch(/^\(\) => /);
    expect(findings.filter(needsMending)).toHaveLength(4);
  });

  it("X5: waits for the result of the editor's events, and for clicks on the target or in it", () => {
    const wait = (more: object) => ({ type: "dom-event", event: "click", ...more });
    const { guide, targets, findings } = imported([
      { title: "A", wait: { type: "nr-event", event: "links:add" } },
      { title: "B", wait: { type: "nr-event", event: "deploy" } },
      { title: "C", element: "#c", wait: wait({}) },
      { title: "D", element: ".d", wait: wait({ element: ".d a" }) },
      { title: "E", element: ".e", wait: wait({ element: ".other" }) },
      { title: "F", element: ".f", wait: wait({ event: "change" }) },
      { title: "G", element: ".g", wait: wait({ event: "focus" }) },
    ]);
    expect(guide.steps.map(({ advance }) => advance.on)).toEqual([
      "until",
      ...Array(6).fill("next"),
    ]);
    expect(targets.map(({ advance }) => advance)).toEqual([
      "click",
      "click",
      undefined,
      "input",
      undefined,
    ]);
    expect(named("wait-event", { guide, targets, findings })).toEqual(
      [1, 4, 6].map((at) => `steps[${at}].wait`),
    );
  });

  it("X1: fields that have no counterpart are named", () => {
    const { findings } = imported([{ title: "A", width: 400, direction: "inset", sound: "ding" }]);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "steps[0].width layout",
      "steps[0].sound unknown",
      "steps[0].direction layout",
    ]);
  });

  it.each([
    [null, /^input: found null, allowed is object/],
    [{}, /^steps: found nothing/],
    [{ steps: [] }, /^steps: found \[\], allowed is at least 1/],
    [{ steps: [{ title: 7 }] }, /^steps\[0\]\.title: found 7, allowed is a text, or texts by lang/],
    [{ steps: [{ title: { "?": "a" } }] }, /^steps\[0\]\.title/],
    [{ steps: [{ title: "a", element: 1 }] }, /^steps\[0\]\.element: found 1, .*function/],
    [
      { steps: [{ title: "a" }, {}] },
      /^steps\[1\]\.title: found \{\}, allowed is at least one loc/,
    ],
    [{ steps: [{ title: "a".repeat(501) }] }, /at most 500 characters/],
  ])("X2: %j is refused by field", (input, words) => {
    expect(problems(input)).toMatch(words);
  });

  it("X2: whatever the JSON, there is a guide or a problem with words", () => {
    const some = fc.oneof(fc.string(), fc.constantFrom("en-US", "ja", "click", "nodes:add"));
    const often = <T>(usual: fc.Arbitrary<T>) =>
      fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: fc.jsonValue(), weight: 1 });
    const words = often(
      fc.oneof(some, fc.dictionary(fc.constantFrom("en", "en-US", "ja"), some, { minKeys: 1 })),
    );
    const code = often(fc.record({ function: some }));
    const element = fc.oneof(some, code);
    const step = fc.record(
      {
        title: words,
        description: words,
        element,
        direction: often(fc.constantFrom("left", "inset")),
        image: some,
        wait: fc.record({ type: fc.constantFrom("dom-event", "nr-event"), event: some, element }),
        prepare: code,
        more: fc.jsonValue(),
      },
      { requiredKeys: ["title"] },
    );
    const input = often(fc.record({ steps: fc.array(step, { maxLength: 4 }) }));
    let accepted = 0;
    fc.assert(
      fc.property(input, (json) => {
        const result = importNodeRedTour(json, { id: "tour" });
        if (!result.ok) {
          expect(explain(result.error)).toMatch(/found .*, allowed is .+/);
        } else {
          expect(Guide.safeParse(result.value.guide).success).toBe(true);
          accepted++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
