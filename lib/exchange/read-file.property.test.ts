import fc from "fast-check";
import { expect, it } from "vitest";
import { Guide } from "../model/guide.ts";
import { type ReadFile, readFile } from "./read-file.ts";

const CANARY = "__canary";
const world = globalThis as unknown as Record<string, unknown>;

/** Whatever is read of it is valid, or told with words; and nothing of it was run. */
function check(text: string): number {
  delete world[CANARY];
  const read: ReadFile = readFile(text);
  let valid = 0;
  for (const tour of read.ok ? read.tours : []) {
    const result = tour.convert({ id: "guide", locale: "ru" });
    if (result.ok) {
      expect(Guide.safeParse(result.value.guide).success).toBe(true);
      const steps = new Set(result.value.guide.steps.map(({ id }) => id));
      expect(result.value.targets.every(({ step }) => steps.has(step))).toBe(true);
      valid++;
    } else expectTold(result.problems);
  }
  if (!read.ok) expectTold(read.problems);
  expect(world[CANARY]).toBeUndefined();
  return valid;
}

function expectTold(problems: Extract<ReadFile, { ok: false }>["problems"]): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    if (!("fault" in problem)) expect(problem.allowed.length).toBeGreaterThan(0);
    if (problem.line !== undefined) expect(problem.line).toBeGreaterThan(0);
  }
}

const variable = (name: string) => ["$", "{", name, "}"].join("");
const templateOf = (name: string) => `\`x${variable(name)}\``;
const BOMB = `(globalThis.${CANARY} = true)`;
const expression = fc.oneof(
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    BOMB,
    `() => ${BOMB}`,
    `document.querySelector("#a")`,
    templateOf("y"),
    "name",
    "[...name]",
  ),
  fc.constantFrom(
    "null",
    "7",
    "true",
    `{ ...name }`,
    `["a", "b"].join("")`,
    `t("key")`,
    "<b>a</b>",
    "/a/",
  ),
);
const KEYS =
  "element popover intro title text attachTo advanceOn description wait direction buttons when steps position others step".split(
    " ",
  );
const step = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), expression), { maxLength: 5 })
  .map((entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`);
const steps = fc.array(fc.oneof({ weight: 6, arbitrary: step }, expression), { maxLength: 4 });
const script = steps.chain((list) => {
  const array = `[${list.join(",\n")}]`;
  return fc.constantFrom(
    array,
    `const name = ${array}; driver({ steps: name });`,
    `const t = new Shepherd.Tour({}); ${list.map((one) => `t.addStep(${one});`).join("\n")}`,
    `introJs().setOptions({ steps: ${array} }).start(${BOMB});`,
    `<div data-intro="a"></div><script>${BOMB}; const name = ${array};</script>`,
    `export default { steps: ${array} }`,
    `tour.addSteps(${array}); driver.highlight(${list[0] ?? "{}"})`,
  );
});

it("X2, X30: whatever the script, there is a guide or a problem with words, and nothing of it is run", () => {
  let valid = 0;
  fc.assert(
    fc.property(script, (text) => {
      valid += check(text);
    }),
    { numRuns: 120 },
  );
  expect(valid).toBeGreaterThan(20);
});

it("X2, X32: whatever the text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."{ } [ ] ( ) , : ; ' \" ` <a> </script> <script> /* */ // => ${ \n steps: intro:".split(
        " ",
      ),
    ),
    fc.string({ maxLength: 6, unit: "grapheme" }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      check(pieces.join(" "));
    }),
    { numRuns: 200 },
  );
});

it("X2: whatever the recording, and what was typed is nowhere in the guide", () => {
  const secret = "hunter2-canary";
  const command = fc.constantFrom(
    ..."click clickAt type sendKeys select open mouseOver dragAndDropToObject assertText executeScript if end //click selectFrame submit check pluginThing".split(
      " ",
    ),
  );
  const target = fc.constantFrom(
    "id=a",
    "css=#b > c",
    "linkText=Save",
    "xpath=//a[1]",
    variable("x"),
    "",
    "/path?q=1",
    "what",
  );
  const value = fc.constantFrom(secret, "label=Red", variable("KEY_ENTER"), "");
  const commands = fc.array(fc.record({ command, target, value }, { requiredKeys: ["command"] }), {
    maxLength: 6,
  });
  const project = fc.record({
    url: fc.constantFrom("https://a.example/x?y=1", ""),
    tests: fc.array(fc.record({ name: fc.string(), commands }), { maxLength: 3 }),
    suites: fc.constant([]),
  });
  let valid = 0;
  fc.assert(
    fc.property(project, (side) => {
      valid += check(JSON.stringify(side));
      const read = readFile(JSON.stringify(side));
      for (const tour of read.ok ? read.tours : []) {
        expect(JSON.stringify(tour.convert({ id: "guide" }))).not.toContain(secret);
      }
    }),
    { numRuns: 100 },
  );
  expect(valid).toBeGreaterThan(30);
});

it("X2: nesting deeper than anybody writes", () => {
  for (const text of [
    "[".repeat(20_000),
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    "<b>".repeat(5_000),
  ]) {
    expect(readFile(text).ok).toBe(false);
  }
});
