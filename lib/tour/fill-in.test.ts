import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Guide } from "../model/guide.ts";
import { parse } from "../model/parse.ts";
import type { Inline } from "../model/rich-text.ts";
import { fillIn } from "./fill-in.ts";
import { plainText } from "./plain-text.ts";

const variable = (name: string, of: "user" | "account" = "user"): Inline => ({
  type: "variable",
  of,
  name,
  fallback: "there",
});

function guideOf(children: Inline[]): Guide {
  const body = {
    en: [
      { type: "paragraph", children },
      { type: "list", items: [[{ type: "strong", children }]] },
    ],
  };
  const result = parse(Guide, {
    format: 1,
    id: "g",
    kind: "modal",
    name: { en: "G" },
    trigger: { start: "manual" },
    steps: [{ id: "a", title: { en: "A" }, body, advance: { on: "next" } }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const read = (guide: Guide) => plainText(guide.steps[0]?.body.en ?? []);
const hello = guideOf([{ type: "text", text: "Hi " }, variable("first_name")]);

describe("variables", () => {
  it("T35: become what is known about the person, wherever they stand", () => {
    expect(read(fillIn(hello, { user: { first_name: " Ann " }, account: {} }))).toBe(
      "Hi Ann Hi Ann",
    );
    const plan = guideOf([variable("seats", "account")]);
    expect(read(fillIn(plan, { user: {}, account: { seats: 12 } }))).toBe("12 12");
  });

  it.each<[string, Record<string, string | boolean>]>([
    ["nothing", {}],
    ["an empty text", { first_name: "  " }],
    ["yes or no", { first_name: true }],
    ["a text too long for a name", { first_name: "x".repeat(101) }],
  ])("T35: become their fallback when what is known is %s", (_name, user) => {
    expect(read(fillIn(hello, { user, account: {} }))).toBe("Hi there Hi there");
  });

  it("T35: are filled in in titles and labels too, and what they become is not read again", () => {
    const [first] = hello.steps;
    if (!first) throw new Error("no step");
    const variable = "{{ user.first_name | friend }}";
    const title = { en: `Hi ${variable}, hi ${variable}`, ru: "Привет" };
    const actions = [
      { type: "link" as const, label: { en: `For ${variable}` }, href: "https://a.test" },
    ];
    const guide = { ...hello, steps: [{ ...first, title, actions }] };
    const filled = (user: Record<string, string>) => fillIn(guide, { user, account: {} }).steps[0];
    expect(filled({ first_name: "{{account.plan|x}}" })).toMatchObject({
      title: { en: "Hi {{account.plan|x}}, hi {{account.plan|x}}", ru: "Привет" },
      actions: [{ label: { en: "For {{account.plan|x}}" } }],
    });
    expect(filled({})?.title.en).toBe("Hi friend, hi friend");
  });

  it("T35: are looked up among attributes only", () => {
    const odd = guideOf([variable("constructor"), variable("__proto__")]);
    expect(read(fillIn(odd, { user: {}, account: {} }))).toBe("therethere therethere");
  });

  it("T35: become text and nothing else, whatever the value looks like", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (value) => {
        const filled = fillIn(hello, { user: { first_name: value }, account: {} });
        const types = JSON.stringify(filled.steps[0]?.body).match(/"type":"\w+"/g);
        expect(new Set(types?.filter((type) => !value.includes(type)))).toEqual(
          new Set(['"type":"paragraph"', '"type":"list"', '"type":"strong"', '"type":"text"']),
        );
        expect(filled.steps[0]?.body.en?.[0]).toMatchObject({
          children: [{ type: "text" }, { type: "text", text: value.trim() || "there" }],
        });
      }),
    );
  });
});
