import { Guide } from "../model/guide.ts";
import { type Problem, parseJson, type Result } from "../model/parse.ts";
import type { Picture } from "./document.ts";
import { extensionOf, typeOfFile } from "./file-names.ts";
import { guideJson } from "./guide-json.ts";
import { filesOfZip, isZip, textOfFile, zipOf } from "./zip.ts";

const GUIDE = "guide.json";
const ASSET = /^assets\/([0-9a-f]{64})\.(\w+)$/;

/**
 * A guide with its pictures, for another workspace: `guide.json`, and `assets/` with the pictures that are at hand.
 * The same guide with the same pictures is the same bytes.
 */
export function guideZip(
  guide: unknown,
  pictures: ReadonlyMap<string, Pick<Picture, "type" | "content">>,
): Result<Uint8Array<ArrayBuffer>> {
  const json = guideJson(guide);
  if (!json.ok) return json;
  const assets = [...pictures].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = assets.map(([asset, { type, content }]): [string, Uint8Array] => [
    `assets/${asset}.${extensionOf(type)}`,
    content,
  ]);
  return { ok: true, value: zipOf({ [GUIDE]: json.value, ...Object.fromEntries(files) }) };
}

export interface GuideFile {
  guide: Guide;
  /** By the name that the file gives them, which is checked by whoever keeps them: it has to be the SHA-256. */
  pictures: Map<string, Pick<Picture, "type" | "content">>;
}

/** What `guideZip` or `guideJson` wrote, also if somebody changed it or packed it again. */
export function readGuideFile(bytes: Uint8Array): Result<GuideFile> {
  if (!isZip(bytes)) return fromJson(textOfFile(bytes), new Map());
  const files = filesOfZip(bytes, (path) => isGuide(path) || ASSET.test(plainPath(path)));
  if (!files.ok) return files;
  const guide = [...files.value].find(([path]) => isGuide(path))?.[1];
  if (!guide)
    return wrong({ path: "", found: "no guide.json", allowed: "a zip with a guide.json" });
  const pictures: GuideFile["pictures"] = new Map();
  for (const [path, content] of files.value) {
    const [, asset, ending] = ASSET.exec(plainPath(path)) ?? [];
    const type = ending && typeOfFile(ending);
    if (asset && type) pictures.set(asset, { type, content });
  }
  return fromJson(textOfFile(guide), pictures);
}

function fromJson(text: string, pictures: GuideFile["pictures"]): Result<GuideFile> {
  const parsed = parseJson(Guide, text);
  return parsed.ok ? { ok: true, value: { guide: parsed.value, pictures } } : parsed;
}

/** Within the one folder that packing a folder again makes of it. */
function plainPath(path: string): string {
  return path.replace(/^[^/]+\/(?=guide\.json$|assets\/)/, "");
}

function isGuide(path: string): boolean {
  return plainPath(path) === GUIDE && !path.startsWith("__MACOSX/");
}

function wrong(problem: Problem): Result<never> {
  return { ok: false, error: [problem] };
}
