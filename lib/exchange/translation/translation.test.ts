import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../../test/support/small-guide.ts";
import type { Guide } from "../../model/guide.ts";
import type { Block } from "../../model/rich-text.ts";
import { readTranslation } from "./read-translation.ts";
import { takeTranslation } from "./take-translation.ts";
import { translationCsv } from "./translation-csv.ts";
import { xliff } from "./xliff.ts";

const said = (en: string): Block => ({
  type: "paragraph",
  children: [
    { type: "text", text: en },
    {
      type: "link",
      href: "https://example.com/help",
      children: [{ type: "strong", children: [{ type: "text", text: "help" }] }],
    },
  ],
});
const GUIDE = smallGuide([
  smallStep("save", {
    title: { en: "Save, {{user.name|friend}}", ru: "Сохраните" },
    body: { en: [said("See ")] },
    actions: [{ type: "link", label: { en: "More" }, href: "https://example.com/" }],
    outdated: ["ru"],
  }),
]);

function taken(file: string, guide: Guide = GUIDE) {
  const read = readTranslation(file);
  if (!read.ok) return { problems: read.problems };
  const answer = takeTranslation(guide, read.file);
  return answer.ok ? answer.taken : { problems: [answer.problem] };
}
const faults = (file: string, guide?: Guide) =>
  taken(file, guide).problems.map(({ fault, line, near }) => [fault, line, near]);
const lines = (file: string, guide?: Guide) =>
  taken(file, guide).problems.map(({ fault, line }) => (line ? `${fault} ${line}` : fault));

/** What a translator writes into the rows of a table, by the end of their ids. */
function translated(texts: Record<string, string>, guide = GUIDE): string {
  const rows = translationCsv(guide, "ru").split("\r\n");
  const filled = rows.map((row) => {
    const [id] = row.split(",");
    const key = Object.keys(texts).find((end) => id?.endsWith(end));
    return key
      ? row.replace(/,[^,]*,\w+$/, `,"${texts[key]?.replaceAll('"', '""')}",translated`)
      : row;
  });
  return filled.join("\r\n");
}

describe("X36: a guide's texts for translators", () => {
  it("X36: a table, whose marks are readable", () => {
    expect(translationCsv(GUIDE, "ru").split("\r\n")).toEqual([
      "\uFEFFid,context,source (en),target (ru),state",
      "g:name,Name of the guide,G,,new",
      'g:step:save:title,Step 1: title,"Save, {{user.name|friend}}",Сохраните,outdated',
      'g:step:save:body:1,Step 1: text,"See <a href=""https://example.com/help""><b>help</b></a>",,new',
      "g:step:save:button:1,Step 1: button 1,More,,new",
      "",
    ]);
  });

  it("X36: XLIFF, whose marks are codes", () => {
    const file = xliff(GUIDE, "ru");
    expect(file).toContain('version="2.1" srcLang="en" trgLang="ru"');
    expect(file).toContain('<segment state="initial" subState="wm:outdated">');
    expect(file).toContain(
      'See <pc id="2" type="link" canDelete="no" dataRefStart="d2"><pc id="1" type="fmt" subType="xlf:b">help</pc></pc>',
    );
    expect(file).toContain('<data id="d2">https://example.com/help</data>');
  });
});

describe("X37: a translation comes back", () => {
  it("X37: with its marks, and up to date again", () => {
    const { guide, changes, problems } = taken(
      translated({
        title: "Сохраните, {{user.name|друг}}",
        "body:1": 'Есть <a href="https://example.com/ru"><b>помощь</b></a>',
      }),
    ) as Extract<ReturnType<typeof taken>, { guide: Guide }>;
    expect(problems).toEqual([]);
    expect(changes).toHaveLength(2);
    expect(guide.steps[0]).not.toHaveProperty("outdated");
    expect(guide.steps[0]?.title.ru).toBe("Сохраните, {{user.name|друг}}");
    expect(JSON.stringify(guide.steps[0]?.body.ru)).toContain('"href":"https://example.com/ru"');
  });

  it("X37: one of a source that was changed since is taken, and marked", () => {
    const file = translated({ "button:1": "Ещё", title: "Сохраните, {{user.name|друг}}" });
    const [first] = GUIDE.steps;
    if (!first) throw new Error("no step");
    const now = { ...GUIDE, steps: [{ ...first, title: { ...first.title, en: "Save it" } }] };
    const after = taken(file, now);
    expect("guide" in after && after.guide.steps[0]).toMatchObject({
      title: { en: "Save it", ru: "Сохраните, {{user.name|друг}}" },
      outdated: ["ru"],
    });
    expect("changes" in after && after.changes.map(({ stale }) => stale)).toEqual([true, false]);
  });

  it("X37: said to fit as it is, it is up to date without a change", () => {
    const done = smallGuide([smallStep("a", { title: { en: "A", ru: "А" }, outdated: ["ru"] })]);
    const after = taken(translationCsv(done, "ru").replace("outdated", "translated"), done);
    expect(after).toMatchObject({ changes: [], confirmed: ["a"] });
  });

  it("X37: as other tools write it: prefixes, split codes, parts, semicolons", () => {
    const file = xliff(GUIDE, "ru")
      .replaceAll(/<(\/?)(?=[a-z])/g, "<$1x:")
      .replace("xmlns=", "xmlns:x=")
      .replace(
        /(state="initial">\s*<x:source[^>]*>See .*\n)/,
        '$1<x:target><x:sc id="2"/><x:mrk id="m">С<x:cp hex="0441"/></x:mrk><x:ec startRef="2"/></x:target>\n',
      );
    const after = taken(file);
    expect(after.problems).toEqual([]);
    expect("guide" in after && after.guide.steps[0]?.body.ru).toEqual([
      {
        type: "paragraph",
        children: [
          {
            type: "link",
            href: "https://example.com/help",
            children: [{ type: "text", text: "Сс" }],
          },
        ],
      },
    ]);
    const table = translated({ name: "Г" }).replace(/^.*\r\n.*\r\n/, (head) =>
      head.replaceAll(",", ";"),
    );
    expect("changes" in taken(table.split("\r\n").slice(0, 2).join("\n"))).toBe(true);
  });
});

describe("X38: what is wrong is told by line, and left out", () => {
  it.each([
    ["", "empty"],
    ["\uFEFFname,value\r\na,b", "columns"],
    ['id,source (en),target (ru)\r\ng:name,"G', "quote"],
    ["id,source,target\r\ng:name,G,", "languages"],
    ["<p>no</p>", "unknown"],
    ['<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "doctype"],
    ['<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "version"],
    ["<xliff><file></xliff>", "xml-close"],
    ['id,source (en),target (ru)\r\ng:name,"G" x,"Г"', "quote"],
    ["<xliff></file></xliff>", "xml-close"],
    ["<xliff>&nbsp;</xliff>", "xml-reference"],
    ["<xliff>R&D</xliff>", "xml-reference"],
    ["<xliff a='R&D'>&lt;</xliff>", "xml-reference"],
    ["<xliff>&#0;</xliff>", "xml-reference"],
    ['<xliff a="1><b/></xliff>', "xml-tag"],
    ["<xliff>1 < 2</xliff>", "xml-tag"],
    ["<xliff/>more", "xml-tag"],
    ["<xliff>\u0001</xliff>", "xml"],
    ["<xliff><x:file/></xliff>", "xml"],
    ["<xliff", "xml-end"],
    ["<xliff a=1/>", "xml-tag"],
    ["<xliff>", "xml-end"],
    ["<a>".repeat(101), "nesting"],
  ])("X38: %j", (file, fault) => {
    expect(taken(file).problems.map((one) => one.fault)).toEqual([fault]);
  });

  it("X38: what is no XML, at its place", () => {
    expect(faults("<xliff>\n<file>\r\n a &lt; R&D </file>\n</xliff>")).toEqual([
      ["xml-reference", 3, "&D </file>"],
    ]);
    expect(faults("<xliff>\n<file>\n</unit></xliff>")).toEqual([["xml-close", 3, "</file>"]]);
    expect(faults("<xliff>\n<file>\n<unit b=1>")).toEqual([["xml-tag", 3, "<unit b=1>"]]);
    expect(faults("<xliff>\n<file>\n")).toEqual([["xml-end", 3, "</file>"]]);
    expect(faults("<xliff>\n<x:file/>")).toEqual([["xml", 2, 'unbound namespace prefix: "x".']]);
  });

  it("X38: another guide's, or another language's", () => {
    expect(faults(xliff({ ...GUIDE, id: "other" }, "ru"))).toEqual([
      ["other-guide", undefined, "other"],
    ]);
    expect(faults(translationCsv(GUIDE, "ru").replace("(en)", "(de)"))).toEqual([
      ["languages", undefined, "de → ru"],
    ]);
  });

  it.each([
    ['<a href="javascript:1">x</a>', "link-unsafe", "javascript:1"],
    ["<u>x</u>", "mark-unknown", "<u>x</u>"],
    ["<b>x", "mark-open", "b"],
    ["<b></b>", "mark-empty", "b"],
    ["x", "mark-missing", "https://example.com/help"],
    ["x".repeat(2001), "mark-missing", "https://example.com/help"],
  ])("X38: %s in a text", (target, fault, near) => {
    expect(faults(translated({ "body:1": target }))).toEqual([[fault, 4, near]]);
  });

  it("X38: marks in a title, texts that are too long, unknown or twice, and half a text", () => {
    const button = { "button:1": "<b>x</b>" };
    expect(faults(translated(button))).toEqual([["mark-misplaced", 5, "x"]]);
    expect(lines(translated({ "button:1": "x".repeat(501) }))).toEqual(["too-long 5"]);
    const row = `${translationCsv(GUIDE, "ru")}g:step:gone:title,,A,B,\r\ng:name,,G,Г,\r\n`;
    expect(lines(row)).toEqual(["unknown-unit 6", "twice 7"]);
    const two = smallGuide([smallStep("a", { body: { en: [said("A"), said("B")] } })]);
    const half = translated({ "body:1": 'А <a href="https://example.com/"><b>п</b></a>' }, two);
    expect(lines(half, two)).toEqual(["in-part 5"]);
  });
});
