import pdfMake from "pdfmake/build/pdfmake.min.js";
import fonts from "pdfmake/build/vfs_fonts.js";
import { getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import type { Picture } from "../../lib/exchange/document.ts";
import { documentOfGuide } from "../../lib/exchange/document-of-guide.ts";
import { createLetters } from "../../lib/exchange/pdf-letters.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { png } from "../../test/support/picture.ts";
import { setPdf } from "./set-pdf.ts";

pdfMake.addVirtualFileSystem(fonts);

const ASSET = "a".repeat(64);
const PICTURE: Picture = {
  type: "image/png",
  width: 1280,
  height: 800,
  content: new Uint8Array(png(1280, 800)),
};
const text = (said: string) => ({ type: "text" as const, text: said });
const body = [
  {
    type: "paragraph" as const,
    children: [
      text("Нажмите "),
      { type: "strong" as const, children: [text("здесь")] },
      text(" → или откройте "),
      { type: "link" as const, href: "https://example.com/docs", children: [text("справку")] },
      text(" 🎉"),
    ],
  },
  { type: "image" as const, asset: ASSET, alt: "Рабочая область" },
];
const STEPS = Array.from({ length: 9 }, (_, at) =>
  step(`s${at}`, {
    title: { en: `Do number ${at + 1}`, ru: `Сделайте дело ${at + 1}` },
    body: { ru: body },
    ...(at === 0 && { branch: [{ condition: { type: "page", url: { path: "/x" } }, to: "s8" }] }),
  }),
);
const GUIDE: Guide = guide(STEPS, { kind: "how-to", name: { ru: "Как «развернуть» поток" } });

async function pdfOf(some: Guide, locale: string, picture = PICTURE) {
  const document = documentOfGuide(some, { locale, date: "22.11.2026" });
  const set = await setPdf(pdfMake, document, new Map([[ASSET, picture]]), () => {});
  if (!set) throw new Error("refused");
  const pdf = await getDocumentProxy(set.bytes);
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)),
  );
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  return { ...set, pdf, pages, texts: texts.map((one) => one.replace(/\s+/g, " ")) };
}

describe("X12: a guide as PDF", () => {
  let read: Awaited<ReturnType<typeof pdfOf>>;
  beforeAll(async () => {
    read = await pdfOf(GUIDE, "ru");
  });

  it("X12: its text is text, with each step's number, and pages are counted", () => {
    const { texts } = read;
    expect(texts[0]).toContain("Как «развернуть» поток");
    expect(texts[0]).toContain("9 шагов · Сохранено: 22.11.2026");
    expect(texts[1]).toContain("1 Сделайте дело 1 Нажмите здесь › или откройте справку");
    expect(texts[1]).toContain("Шаг 1 · Рабочая область");
    expect(texts[1]).toContain("Если открыта страница /x: перейдите к шагу 9.");
    texts.forEach((page, at) => {
      expect(page).toContain(`${at + 1} / ${texts.length}`);
    });
  });

  it("X12: the contents name the page of each step, and lead there", async () => {
    const { pdf, pages, texts } = read;
    const links = (await pages[0]?.getAnnotations()) ?? [];
    for (const { title } of documentOfGuide(GUIDE, { locale: "ru", date: "" }).sections) {
      const page = texts.findIndex((one, at) => at > 0 && one.includes(title)) + 1;
      expect(texts[0]).toContain(`${title} ${page}`);
    }
    const places = await Promise.all(
      [...new Set(links.map(({ dest }) => String(dest)))].map((dest) => pdf.getDestination(dest)),
    );
    expect(places).toHaveLength(9);
    expect(places.every((place) => place !== null)).toBe(true);
  });

  it("X12: links lead out, and bookmarks to the steps", async () => {
    const { pdf, pages } = read;
    const links = (await pages[1]?.getAnnotations()) ?? [];
    expect(links.map(({ url }) => url)).toContain("https://example.com/docs");
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(
      STEPS.map((_, at) => `${at + 1}. Сделайте дело ${at + 1}`),
    );
  });

  it("X12: it says what it is called, and in which language it is", async () => {
    const { info } = await read.pdf.getMetadata();
    const known = { Title: "Как «развернуть» поток", Creator: "Waymark", Language: "ru" };
    expect(info).toMatchObject(known);
  });

  it("X12: what its font lacks is left out and named", () => {
    expect(read.missing).toEqual(["🎉"]);
  });

  it("X12: a few steps need no contents", async () => {
    const { texts } = await pdfOf(guide(STEPS.slice(0, 1)), "en");
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("1 Do number 1");
  });

  it("X12: no page is empty, wherever the last picture ends", async () => {
    const shown = { en: [body[1] ?? []].flat() };
    const steps = STEPS.slice(0, 4).map((one, at) => ({
      ...one,
      branch: [],
      body: at > 1 ? shown : { en: [] },
    }));
    for (let height = 664; height <= 688; height += 4) {
      const { texts } = await pdfOf(guide(steps), "en", { ...PICTURE, height });
      expect(texts.at(-1), `${height} pixels`).toContain("Do number 4");
    }
  });

  it("X12: a writing that its font lacks is refused", async () => {
    const japanese = guide([step("a", { title: { ja: "保存をクリックします" } })]);
    const document = documentOfGuide(japanese, { locale: "ja", date: "" });
    expect(await setPdf(pdfMake, document, new Map(), () => {})).toBeNull();
  });
});

it("X12: what counts as drawn is in all four fonts", () => {
  const tables = Object.values(fonts).map((font) => codePoints(Buffer.from(font, "base64")));
  expect(tables).toHaveLength(4);
  for (let code = 0x20; code < 0xffff; code++) {
    const letters = createLetters();
    const character = String.fromCharCode(code);
    if (letters.of(character) !== character || /\p{Cs}/u.test(character)) continue;
    expect(
      tables.every((table) => table(code)),
      code.toString(16),
    ).toBe(true);
  }
});

/** Which characters a TrueType font has: its table "cmap", format 4. https://learn.microsoft.com/typography/opentype/spec/cmap */
function codePoints(font: Buffer): (code: number) => boolean {
  const entry = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16).find(
    (at) => font.toString("latin1", at, at + 4) === "cmap",
  );
  const cmap = font.readUInt32BE((entry ?? 0) + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  );
  const table = subtables.find((at) => font.readUInt16BE(at) === 4) ?? Number.NaN;
  const segments = font.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  return (code) => {
    const at = Array.from({ length: segments }, (_, index) => index).find(
      (index) => font.readUInt16BE(ends + index * 2) >= code,
    );
    return at !== undefined && font.readUInt16BE(starts + at * 2) <= code;
  };
}
