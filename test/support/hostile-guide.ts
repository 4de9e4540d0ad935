import fc from "fast-check";
import type { Anchor, Fingerprint } from "../../lib/model/anchor.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { Gesture } from "../../lib/model/gesture.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import type { Block, Inline, RichText } from "../../lib/model/rich-text.ts";

/** Bits that some format takes for more than text. */
const SPICE = fc.constantFrom(
  ..."\\ ` * _ ** __ [ ] ( ) < > # + - . ! | ~ & ; $ { } ' \" / : @ = % ^ 1. 2) ``` --- === -->".split(
    " ",
  ),
  ..."</p> <b>x</b> </style> <!-- ]]> &amp; &lt; &#x41; ](x) ![a](b) $ {x} `$ { \\u0041 \\n // */".split(
    " ",
  ),
  ..."\n \r\n \t \u00a0 \u2028 \u0085 é Ж ж 中 😀 e\u0301 ‏ \u200d € https://a.test www.a.test".split(
    " ",
  ),
  " ",
  "\n",
  "\0",
  "\ud800",
  "'",
  "a",
  "word",
  "слово",
);
const anyText = fc.oneof(
  fc.array(SPICE, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);

/** A text of a person, or what somebody would write to break something. */
export const hostileText = (maxLength = 60) => anyText.map((text) => text.slice(0, maxLength));

const href = fc.constantFrom(
  "https://example.com/a?b=c&amp=d",
  "https://example.com/(x)_[y]*z*",
  "https://example.com/%3Cb%3E#\\top",
  "mailto:ada@example.com",
);

export const inlines: fc.Arbitrary<Inline[]> = fc.letrec<{ inline: Inline; inlines: Inline[] }>(
  (tie) => ({
    inline: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.record({ type: fc.constant("text" as const), text: hostileText() }),
      fc.record({ type: fc.constant("code" as const), text: hostileText() }),
      fc.record({
        type: fc.constant("variable" as const),
        of: fc.constantFrom("user" as const, "account" as const),
        name: fc.constant("first_name"),
        fallback: hostileText(),
      }),
      fc.record({ type: fc.constant("strong" as const), children: tie("inlines") }),
      fc.record({ type: fc.constant("emphasis" as const), children: tie("inlines") }),
      fc.record({ type: fc.constant("link" as const), href, children: tie("inlines") }),
    ),
    inlines: fc.array(tie("inline"), { minLength: 1, maxLength: 4 }),
  }),
).inlines;

export const ASSETS = ["a", "b", "c"].map((digit) => digit.repeat(64));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom("paragraph" as const, "heading" as const), children: inlines }),
  fc.record({
    type: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(inlines, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("image" as const),
    asset: fc.constantFrom(...ASSETS),
    alt: hostileText().map((text) => `A ${text}`),
  }),
);

export const richText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 4 });

const localized = <T>(of: fc.Arbitrary<T>) =>
  fc.record({ en: of, ru: of, "pt-BR": of }, { requiredKeys: ["en"] });

const fingerprint: fc.Arbitrary<Fingerprint> = fc.record(
  {
    tag: fc.constantFrom("button", "input", "a", "div"),
    role: fc.constantFrom("button", "textbox", "link", "tab", "combobox", "checkbox"),
    name: hostileText(),
    text: hostileText(),
    id: hostileText(20),
    testIds: fc.dictionary(fc.constantFrom("data-testid", "data-qa"), hostileText(20)),
    label: hostileText(),
    placeholder: hostileText(),
    type: fc.constantFrom("text", "submit", "checkbox"),
    href: fc.record({ path: fc.array(hostileText(20), { maxLength: 3 }) }),
    order: fc.tuple(fc.nat(9), fc.nat(9)),
    box: fc.record({ x: fc.nat(), y: fc.nat(), width: fc.nat(), height: fc.nat() }),
  },
  { requiredKeys: ["tag"] },
);

const anchor: fc.Arbitrary<Anchor> = fc.record(
  {
    samples: fc.array(
      fc.record(
        { lang: fc.constantFrom("en", "ru"), fingerprint },
        { requiredKeys: ["fingerprint"] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    row: fc.constantFrom("this" as const, "first" as const, "chosen" as const),
  },
  { requiredKeys: ["samples"] },
);

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record(
    {
      type: fc.constant("click" as const),
      button: fc.constantFrom("left" as const, "middle" as const, "right" as const),
      count: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ["type"] },
  ),
  fc.constant({ type: "input" as const }),
  fc.record({ type: fc.constant("choose" as const), option: hostileText() }),
  fc.record({
    type: fc.constant("key" as const),
    keys: fc.constantFrom("Control+S", "Enter", "Control+Shift++"),
  }),
  fc.record({ type: fc.constant("drag" as const), to: anchor }, { requiredKeys: ["type"] }),
  fc.record(
    { type: fc.constant("navigate" as const), newTab: fc.boolean() },
    { requiredKeys: ["type"] },
  ),
);

const result: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant("element" as const),
    selector: fc.constantFrom("#done", ".row >> nth", "a[href='x']"),
    state: fc.constantFrom("present" as const, "absent" as const, "more" as const),
  }),
  fc.record({ type: fc.constant("page" as const), url: fc.constant({ path: "/done/**" }) }),
  fc.record({ type: fc.constant("used" as const), feature: fc.constant("deploy") }),
);

const step: fc.Arbitrary<Omit<Step, "id">> = fc.record(
  {
    title: localized(hostileText().map((text) => text.replaceAll("{", "("))),
    body: localized(richText),
    advance: fc.oneof(
      fc.constantFrom({ on: "next" as const }, { on: "click" as const }, { on: "input" as const }),
      fc.record({ on: fc.constant("until" as const), condition: result }),
    ),
    anchor,
    onMissing: fc.constantFrom("wait" as const, "skip" as const),
    branch: fc.array(fc.record({ condition: result, to: fc.constant(null) }), {
      minLength: 1,
      maxLength: 2,
    }),
    recorded: fc.record({
      gesture,
      url: fc.constantFrom("https://app.example.com/flows", "http://127.0.0.1:1880/#flow/1", ""),
    }),
  },
  { requiredKeys: ["title", "body", "advance"] },
);

/** Valid tours and how-tos with everything that a recorded guide can have, in texts that would break something. */
export const hostileGuide: fc.Arbitrary<Guide> = fc
  .record(
    {
      kind: fc.constantFrom("tour" as const, "how-to" as const),
      name: localized(hostileText()),
      category: localized(hostileText()),
      steps: fc.array(step, { minLength: 1, maxLength: 5 }),
      goal: fc.constant("activated"),
      theme: fc.record({ accent: fc.constant("#0b57d0"), radius: fc.nat(24) }),
    },
    { requiredKeys: ["kind", "name", "steps"] },
  )
  .map(({ steps, ...more }) => ({
    format: 1,
    id: "some-guide",
    trigger: { start: "manual" },
    ...more,
    steps: steps.map((of, at) => ({ id: `step-${at + 1}`, ...of })),
  }));
