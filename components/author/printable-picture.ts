import type { Picture } from "../../lib/exchange/document.ts";

const QUALITY = 0.92;
/** Pixels across the column of a page, which are 220 to the inch. More cost most of the time of a PDF, and nobody sees them. */
const WIDEST = 1600;

/**
 * The pictures as a PDF can hold them as they are: JPEG, and PNG without transparency. Others are drawn on white.
 * `tell`: the share of them that is done, 0 to 1.
 */
export async function printablePictures(
  pictures: ReadonlyMap<string, Picture>,
  tell: (share: number) => void,
): Promise<Map<string, Picture>> {
  const printable = new Map<string, Picture>();
  for (const [asset, picture] of pictures) {
    printable.set(asset, isPrintable(picture) ? picture : await drawn(picture));
    tell(printable.size / pictures.size);
  }
  return printable;
}

/** Place and meaning of the bytes: https://www.w3.org/TR/png/#11IHDR */
function isPrintable({ type, content }: Picture): boolean {
  if (type !== "image/png") return type === "image/jpeg";
  const [depth, colour, interlaced] = [content[24], content[25], content[28]];
  return depth === 8 && (colour === 0 || colour === 2) && interlaced === 0;
}

async function drawn({ type, content }: Picture): Promise<Picture> {
  const bitmap = await createImageBitmap(new Blob([content], { type }));
  const scale = Math.min(1, WIDEST / bitmap.width);
  const width = Math.round(bitmap.width * scale);
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas to draw a picture on");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return { type: "image/jpeg", width, height, content: new Uint8Array(await blob.arrayBuffer()) };
}
