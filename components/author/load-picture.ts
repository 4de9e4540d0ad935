import { AssetType } from "../../lib/model/asset.ts";
import type { LoadPicture } from "./export-model.ts";

/**
 * Loads pictures from where the page shows them: addresses of its own, `data:` or `blob:`. One that the browser cannot
 * read counts as one that is not there.
 */
export function loadPictureFrom(addressOf: (asset: string) => Promise<string | null>): LoadPicture {
  return async (asset) => {
    const address = await addressOf(asset);
    if (address === null || !/^(data|blob):/.test(address)) return undefined;
    const blob = await (await fetch(address)).blob();
    const type = AssetType.safeParse(blob.type);
    if (!type.success) return undefined;
    const bitmap = await createImageBitmap(blob).catch(() => undefined);
    if (!bitmap) return undefined;
    const { width, height } = bitmap;
    bitmap.close();
    return { type: type.data, width, height, content: new Uint8Array(await blob.arrayBuffer()) };
  };
}
