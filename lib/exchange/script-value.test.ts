import { describe, expect, it } from "vitest";
import { constantsOf } from "./constants.ts";
import { parseScript } from "./script.ts";
import { createValueReader } from "./script-value.ts";

/** The value of the constant `it` in a script. */
function read(script: string): unknown {
  const program = parseScript(script);
  if (!program.ok) throw new Error(`${program.error.message} at ${program.error.offset}`);
  const constants = constantsOf(program.value);
  return createValueReader(script, constants).read(constants.get("it"));
}
const code = (source: string) => ({ function: source });

describe("X30: a script is read as data", () => {
  it.each([
    [`"a"`, "a"],
    ["`a\nb`", "a\nb"],
    [`"a" + 'b' + 1`, "ab1"],
    ["-1", -1],
    ["!0", true],
    ["null", null],
    ["undefined", undefined],
    ["[1, ...[2, 3], 4]", [1, 2, 3, 4]],
    [`{ a: 1, "b-c": { d: [] }, ["e"]: 2 }`, { a: 1, "b-c": { d: [] }, e: 2 }],
    ["{ ...{ a: 1, b: 1 }, b: 2 }", { a: 1, b: 2 }],
    [`["<p>", "a", "</p>"].join("\\n")`, "<p>\na\n</p>"],
    [`("a" as const) satisfies string`, "a"],
    ["<p>Press <b>Save</b></p>", "<p>Press <b>Save</b></p>"],
  ])("%s", (script, value) => {
    expect(read(`const it = ${script};`)).toEqual(value);
  });

  it("constants of the same file are known, by name and by part", () => {
    const script = `const SIDE = "top"; const T = { save: ["Save", SIDE] };
      export const it: Step = { title: T.save[0], side: T.save[1], SIDE, text: \`Press \${T.save[0]}\` };`;
    const value = { title: "Save", side: "top", SIDE: "top", text: "Press Save" };
    expect(read(script)).toEqual(value);
  });

  it.each([
    ["a call", `make("x")`],
    ["a choice", `a ? "b" : "c"`],
    ["a function", "() => 1"],
    ["an element that is looked up", `document.querySelector("#a")`],
    ["markup with values", "<p>{name}</p>"],
    ["what is tagged", "html`a`"],
  ])("%s is told as its source and not run", (_, script) => {
    expect(read(`const it = [${script}];`)).toEqual([code(script)]);
  });

  it("a name that is bound twice, or changed, or that leads in a circle is not known", () => {
    expect(read(`let a = "1"; a = "2"; const it = a;`)).toEqual(code("a"));
    expect(read(`const a = "1"; function f(a) {} const it = a;`)).toEqual(code("a"));
    expect(read("const a = b; const b = a; const it = [a];")).toEqual([code("a")]);
    expect(read("const it = [...it];")).toBeDefined();
  });

  it("what is put together many times over does not take for ever", () => {
    const names = Array.from({ length: 40 }, (_, n) => `const a${n} = [a${n + 1}, a${n + 1}];`);
    const script = `${names.join("")} const a40 = 1; const it = a0;`;
    expect(JSON.stringify(read(script)).length).toBeGreaterThan(10);
  });

  it("a key that is the prototype's is a key like any other", () => {
    const value = read(`const it = { "__proto__": { a: 1 } };`) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});
