import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { example } from "../../test/e2e/page/support/kinds.ts";
import { ASSETS, hostileGuide } from "../../test/support/hostile-guide.ts";
import type { Guide } from "../model/guide.ts";
import { explain, type Result } from "../model/parse.ts";
import type { Picture } from "./document.ts";
import { guideZip, readGuideFile } from "./guide-file.ts";
import { guideJson } from "./guide-json.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}

/** With the keys of all objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)]);
  return Object.fromEntries(entries.toReversed());
}

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const picture = (fill: number, bytes = 40): Pick<Picture, "type" | "content"> => ({
  type: fill % 2 ? "image/png" : "image/jpeg",
  content: new Uint8Array(bytes).fill(fill),
});

describe("X11: a guide as a file", () => {
  it("X11: nothing is lost, and export after import is the same to the byte", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const first = must(guideJson(some));
        const read = must(readGuideFile(strToU8(first)));
        expect(read.guide).toEqual(JSON.parse(JSON.stringify(some)));
        expect(must(guideJson(read.guide))).toBe(first);
      }),
      { numRuns: 30 },
    );
  });

  it("X11: the order in which things were written does not matter", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        expect(must(guideJson(reversed(some)))).toBe(must(guideJson(some)));
      }),
      { numRuns: 30 },
    );
  });

  it("X11: what changed is seen in the lines that say it", () => {
    const lines = must(guideJson(example("how-to"))).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "{",
      '  "format": 1,',
      '  "id": "share-a-report",',
      lines[3],
    ]);
    expect(lines.at(-1)).toBe("");
  });

  it("X11: a hundred steps with their pictures come back the same to the byte", () => {
    const names = Array.from({ length: 100 }, (_, at) => String(at).padStart(64, "0"));
    const steps = names.map((asset, at) =>
      step(`step-${at}`, { body: { en: [{ type: "image", asset, alt: `Picture ${at}` }] } }),
    );
    const pictures = new Map(names.map((name, at) => [name, picture(at, 10_000)]));
    const first = must(guideZip(guide(steps), pictures));
    const read = must(readGuideFile(first));
    expect(read.pictures.size).toBe(100);
    expect(must(guideZip(read.guide, read.pictures))).toEqual(first);
  });

  it("X11: a file that somebody packed again is read", () => {
    const [asset = ""] = ASSETS;
    const json = strToU8(must(guideJson(example("tour"))));
    const zip = zipSync({
      "my guide/": new Uint8Array(),
      "my guide/guide.json": json,
      [`my guide/assets/${asset}.png`]: new Uint8Array([1]),
      "my guide/assets/../../evil.png": new Uint8Array([1]),
      "__MACOSX/._guide.json": new Uint8Array([1]),
    });
    const read = must(readGuideFile(zip));
    expect(read.guide).toEqual(example("tour"));
    expect([...read.pictures.keys()]).toEqual([asset]);
  });

  it.each([
    ["broken JSON", strToU8('{"format": 1,\n "id" }'), "valid JSON"],
    ["no guide", strToU8("{}"), "format"],
    ["an empty zip", zipSync({}), "guide.json"],
    [
      "half a zip",
      zipSync({ "guide.json": strToU8("{}") }).slice(0, 40),
      "a zip file that is whole",
    ],
  ])("X11: %s is told, with what is wrong", (_name, bytes, said) => {
    const read = readGuideFile(bytes);
    expect(read.ok ? "" : explain(read.error)).toContain(said);
  });

  it("X11: a zip that would fill the memory is not unpacked", () => {
    const zip = zipSync({ [`assets/${ASSETS[0]}.png`]: new Uint8Array(9) });
    // The size that its list of files names: APPNOTE.TXT 4.3.12.
    const listed = zip.findIndex((_, at) => "PK\u0001\u0002" === text(zip.subarray(at, at + 4)));
    new DataView(zip.buffer).setUint32(listed + 24, 300 * 1024 * 1024, true);
    const read = readGuideFile(zip);
    expect(read.ok ? "" : explain(read.error)).toContain("too large");
  });

  it("X11: what is no valid guide is not written", () => {
    const result = guideJson({ ...guide([]), steps: [] } satisfies Guide);
    expect(result.ok ? "" : explain(result.error)).toContain("steps");
  });
});
