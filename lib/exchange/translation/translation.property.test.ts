import fc from "fast-check";
import { expect, it } from "vitest";
import { smallGuide, smallStep } from "../../../test/support/small-guide.ts";
import { Guide } from "../../model/guide.ts";
import type { Block, Inline } from "../../model/rich-text.ts";
import { mapGuideTexts } from "./guide-texts.ts";
import { readTranslation } from "./read-translation.ts";
import { taggedText } from "./tagged-text.ts";
import { takeTranslation } from "./take-translation.ts";
import { templateOf } from "./template.ts";
import { translationCsv } from "./translation-csv.ts";
import { unitsOf } from "./units.ts";
import { xliff } from "./xliff.ts";

const nasty = fc.constantFrom("<b>", "{{", "}}", "&lt;", '"', ",", "\r\n", "=1+1", "]]>", "\u0001");
const words = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), nasty), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join("").slice(0, maxLength))
    .filter((text) => text !== "");
const variable = fc.record({
  type: fc.constant("variable" as const),
  of: fc.constantFrom("user" as const, "account" as const),
  name: fc
    .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 9 })
    .filter((said) => said.trim() === said),
  fallback: words(40).filter((text) => text.trim() === text),
});
const text = words(40).map((said): Inline => ({ type: "text", text: said }));
const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    variable,
    words(20).map((said): Inline => ({ type: "code", text: said })),
    fc
      .tuple(fc.constantFrom("strong" as const, "emphasis" as const), children(tie("inline")))
      .map(([type, within]): Inline => ({ type, children: within })),
    children(tie("inline")).map(
      (within): Inline => ({
        type: "link",
        href: 'https://example.com/?a="1"&lt;',
        children: within,
      }),
    ),
  ),
}));
function children(of: fc.Arbitrary<Inline>): fc.Arbitrary<Inline[]> {
  return fc.array(of, { minLength: 1, maxLength: 3 });
}

const line = children(inline);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom("paragraph" as const, "heading" as const), children: line }),
  fc.record({
    type: fc.constant("list" as const),
    items: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  words(30)
    .filter((alt) => alt.trim() !== "")
    .map((alt): Block => ({ type: "image", asset: "a".repeat(64), alt })),
);
const title = fc
  .tuple(words(30), fc.option(variable, { nil: undefined }))
  .map(([said, more]) => said.replaceAll("{", "(") + (more ? "{{user.name|there}}" : ""));
const body = fc.array(block, { maxLength: 3 });
const step = fc.record({ en: title, ru: fc.option(title), texts: fc.tuple(body, fc.option(body)) });
const guide = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 3 }), words(20), fc.boolean())
  .map(([steps, name, outdated]) =>
    smallGuide(
      steps.map(({ en, ru, texts: [source, target] }, at) =>
        smallStep(`s${at}`, {
          title: { en, ...(ru && { ru }) },
          body: { en: source, ...(target && { ru: target }) },
          ...(outdated && ru && { outdated: ["ru"] }),
        }),
      ),
      { name: { en: name } },
    ),
  )
  .filter((made) => Guide.safeParse(made).success);

const FORMATS = { xliff, csv: translationCsv };

function taken(made: Guide, file: string) {
  const bytes = new TextEncoder().encode(file);
  const read = readTranslation(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const answer = takeTranslation(made, read.file);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.taken;
}

for (const [format, write] of Object.entries(FORMATS)) {
  it(`X37: ${format}: export and import change nothing`, () => {
    fc.assert(
      fc.property(guide, (made) => {
        const { guide: after, changes, problems } = taken(made, write(made, "ru"));
        expect({ changes, problems }).toEqual({ changes: [], problems: [] });
        expect(after).toBe(made);
      }),
    );
  });

  it(`X37: ${format}: a translation that comes back is what the next export has`, () => {
    const target = fc.array(words(20), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(guide, target, (made, said) => {
        // A translator's guide: the source with other words in every text, marks and all.
        let at = 0;
        const other = () => said[at++ % said.length] ?? "";
        const retold = (content: readonly Inline[]): Inline[] =>
          content.map((one): Inline => {
            if (one.type === "variable") return one;
            return "text" in one
              ? { ...one, text: other() }
              : ({ ...one, children: retold(one.children) } as Inline);
          });
        const retoldBlock = (one: Block): Block => {
          if (one.type === "image") return { ...one, alt: `x${other()}` };
          if (one.type === "list") return { ...one, items: one.items.map(retold) };
          return { ...one, children: retold(one.children) };
        };
        const translated = mapGuideTexts(made, {
          words: (_part, there) => ({ ...there, de: other().replaceAll("{", "(") }),
          body: (_part, there) => ({ ...there, de: (there.en ?? []).map(retoldBlock) }),
        });
        const wanted = unitsOf(translated, "de").map((unit) => taggedText(unit.target ?? []));
        const { guide: after, problems } = taken(
          made,
          write({ ...made, steps: translated.steps, name: translated.name }, "de"),
        );
        const lost = problems.filter(({ fault }) => fault !== "mark-missing");
        expect(lost).toEqual([]);
        const missing = new Set(problems.map(({ unit }) => unit));
        const units = unitsOf(after, "de").filter(({ id }) => !missing.has(id));
        expect(units.map((unit) => taggedText(unit.target ?? []))).toEqual(
          wanted.filter((_, index) => !missing.has(unitsOf(made, "de")[index]?.id ?? "")),
        );
        expect(Guide.safeParse(after).success).toBe(true);
        expect(templateOf(unitsOf(after, "de")[0]?.target ?? [])).toBe(after.name.de);
      }),
    );
  });

  it(`X38: ${format}: whatever a file is, it is read or told`, () => {
    const cut = fc.tuple(
      guide,
      fc.nat(),
      fc.nat(40),
      fc.constantFrom("", "<", "&", '"', "</a>", "]]>"),
    );
    fc.assert(
      fc.property(cut, ([made, start, length, put]) => {
        const whole = write(made, "ru");
        const at = start % whole.length;
        const read = readTranslation(whole.slice(0, at) + put + whole.slice(at + length));
        if (!read.ok) {
          expect(read.problems.length).toBeGreaterThan(0);
          return;
        }
        const answer = takeTranslation(made, read.file);
        if (answer.ok) expect(Guide.safeParse(answer.taken.guide).success).toBe(true);
      }),
    );
  });
}
