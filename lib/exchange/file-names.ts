import type { AssetType } from "../model/asset.ts";
import { readable } from "./run.ts";

const EXTENSIONS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
} as const satisfies Record<AssetType, string>;

export function extensionOf(type: AssetType): string {
  return EXTENSIONS[type];
}

export function typeOfFile(extension: string): AssetType | undefined {
  const types = Object.keys(EXTENSIONS) as AssetType[];
  const wanted = extension.toLowerCase() === "jpeg" ? "jpg" : extension.toLowerCase();
  return types.find((type) => EXTENSIONS[type] === wanted);
}

const LONGEST = 80;

/** A name that every file system takes, from a title; letters of all languages stay. */
export function fileNameOf(title: string): string {
  const name = readable(title)
    .replace(/[\\/:*?"<>|%#~^]+/g, " ")
    .replace(/ +/g, " ")
    .slice(0, LONGEST)
    .replace(/^[ .]+|[ .]+$/g, "");
  return name && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? name : `guide ${name}`.trim();
}
