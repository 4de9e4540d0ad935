import type { Picture } from "../../lib/exchange/document.ts";
import { AssetType } from "../../lib/model/asset.ts";

/** The picture of a `data:` address in base64; undefined if it is none of a kind that guides have. */
export function pictureOfAddress(
  address: string,
  { width, height }: { width: number; height: number },
): Picture | undefined {
  const [, said, base64 = ""] = /^data:([^;,]+);base64,(.*)$/s.exec(address) ?? [];
  const type = AssetType.safeParse(said);
  if (!type.success) return undefined;
  const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { type: type.data, width, height, content };
}
