import * as z from "zod/mini";
import { AssetId } from "./asset-id.ts";
import type { Guide } from "./guide.ts";
import type { Block } from "./rich-text.ts";

/** Kinds of pictures, by what browsers call them. SVG is none of them: it can carry scripts. */
export const AssetType = z.enum(["image/png", "image/jpeg", "image/webp", "image/gif"]);
export type AssetType = z.infer<typeof AssetType>;

export const ASSET_LIMITS = {
  bytes: 1024 * 1024,
  /** Of a side, in pixels. */
  side: 4096,
  /** Width times height. A browser needs four bytes for each. */
  pixels: 8_000_000,
} as const;

/** A picture of a workspace, without its bytes. */
export const Asset = z.strictObject({
  asset: AssetId,
  type: AssetType,
  /** In pixels. */
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
  bytes: z.int().check(z.positive()),
});
export type Asset = z.infer<typeof Asset>;

/** Width and height of pictures in pixels, by name: room is made for them before they come. */
export type PictureSizes = Readonly<Record<string, { width: number; height: number }>>;

/** The sizes of a guide's pictures, as far as they are known. */
export function sizesOf(guide: Guide, known: readonly Asset[]): PictureSizes {
  const shown = new Set(assetsOf(guide).map(({ asset }) => asset));
  return Object.fromEntries(
    known
      .filter(({ asset }) => shown.has(asset))
      .map(({ asset, width, height }) => [asset, { width, height }]),
  );
}

/** Every picture of a guide and where it stands, such as "steps[0].body.en[1].asset". */
export function assetsOf(guide: Guide): { path: string; asset: string }[] {
  return guide.steps.flatMap(({ body }, step) =>
    Object.entries(body).flatMap(([locale, text]) =>
      text.flatMap((block: Block, at) => {
        const key = /^[\w-]+$/.test(locale) ? `.${locale}` : `["${locale}"]`;
        const path = `steps[${step}].body${key}[${at}].asset`;
        return block.type === "image" ? [{ path, asset: block.asset }] : [];
      }),
    ),
  );
}
