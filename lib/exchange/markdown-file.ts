import { type GuideDocument, type Picture, picturesOf } from "./document.ts";
import { extensionOf, fileNameOf } from "./file-names.ts";
import { markdown } from "./markdown.ts";
import { zipOf } from "./zip.ts";

/** The document as a zip: one Markdown file, and beside it the pictures that are at hand. */
export function markdownZip(
  document: GuideDocument,
  pictures: ReadonlyMap<string, Picture>,
): Uint8Array<ArrayBuffer> {
  const paths = new Map<string, string>();
  const files: Record<string, Uint8Array> = {};
  for (const asset of picturesOf(document)) {
    const picture = pictures.get(asset);
    if (!picture) continue;
    const path = `images/${String(paths.size + 1).padStart(2, "0")}.${extensionOf(picture.type)}`;
    paths.set(asset, path);
    files[path] = picture.content;
  }
  const text = markdown(document, (asset) => paths.get(asset));
  return zipOf({ [`${fileNameOf(document.title)}.md`]: text, ...files });
}
