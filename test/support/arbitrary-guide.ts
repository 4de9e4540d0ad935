import fc from "fast-check";
import { freeId } from "../../lib/draft/free-id.ts";
import type { Advance, Guide, Step } from "../../lib/model/guide.ts";
import type { Inline, RichText } from "../../lib/model/rich-text.ts";

const word = fc.stringMatching(/^[a-zа-я]{1,8}$/);
const leaf: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text: word }),
  fc.record({ type: fc.constant("code" as const), text: word }),
  fc.record({
    type: fc.constant("variable" as const),
    of: fc.constantFrom("user" as const, "account" as const),
    name: word,
    fallback: word,
  }),
);

/** Text as nested as authors make it, and more. */
export const arbitraryInlines: fc.Arbitrary<Inline[]> = fc
  .letrec<{ inline: Inline }>((tie) => {
    const children = fc.array(tie("inline"), { minLength: 1, maxLength: 3 });
    return {
      inline: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.record({ type: fc.constantFrom("strong" as const, "emphasis" as const), children }),
        fc.record({
          type: fc.constant("link" as const),
          href: fc.constantFrom("https://example.com/", "https://example.com/help"),
          children,
        }),
      ),
    };
  })
  .inline.chain((first) => fc.array(leaf, { maxLength: 3 }).map((rest) => [first, ...rest]));

export const arbitraryText: fc.Arbitrary<RichText> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant("paragraph" as const), children: arbitraryInlines }),
    fc.record({ type: fc.constant("heading" as const), children: arbitraryInlines }),
    fc.record(
      {
        type: fc.constant("list" as const),
        ordered: fc.constant(true),
        items: fc.array(arbitraryInlines, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ["type", "items"] },
    ),
    fc.record({
      type: fc.constant("image" as const),
      asset: fc.constant("a".repeat(64)),
      alt: word,
    }),
  ),
  { maxLength: 4 },
);

const advance: fc.Arbitrary<Advance> = fc.constantFrom<Advance>(
  { on: "next" },
  { on: "click" },
  { on: "until", condition: { type: "signal", signal: "paid" } },
  { on: "until", condition: { type: "element", selector: ".open", state: "present" } },
);
const anchor = { samples: [{ fingerprint: { tag: "button" } }] };

const stepBase: fc.Arbitrary<Step> = fc
  .record({
    title: word,
    russian: fc.option(word, { nil: undefined }),
    body: arbitraryText,
    advance,
    anchored: fc.boolean(),
    onMissing: fc.constantFrom("wait" as const, "skip" as const, undefined),
  })
  .map(({ title, russian, body, advance: on, anchored, onMissing }) => ({
    id: "x",
    title: { en: title, ...(russian && { ru: russian }) },
    body: { en: body },
    advance: on,
    ...(anchored && { anchor }),
    ...(onMissing && { onMissing }),
  }));

/** Valid tours and how-tos, with branches. */
export const arbitraryGuide: fc.Arbitrary<Guide> = fc
  .record({
    kind: fc.constantFrom("tour" as const, "how-to" as const),
    steps: fc.array(fc.tuple(stepBase, fc.option(fc.nat(12))), { minLength: 1, maxLength: 6 }),
  })
  .map(({ kind, steps }) => {
    const taken = new Set<string>();
    const named = steps.map(([step]) => {
      const id = freeId(step.title.en ?? "", taken);
      taken.add(id);
      return { ...step, id };
    });
    return {
      format: 1,
      id: "g",
      kind,
      name: { en: "G" },
      trigger: { start: "manual" },
      steps: named.map((step, index): Step => {
        const leap = steps[index]?.[1] ?? null;
        if (leap === null) return step;
        const to = named[index + 1 + leap]?.id ?? null;
        return { ...step, branch: [{ condition: { type: "signal", signal: "s" }, to }] };
      }),
    };
  });
