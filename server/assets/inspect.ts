import type { AssetType } from "../../lib/model/asset.ts";

export interface Picture {
  type: AssetType;
  /** In pixels. */
  width: number;
  height: number;
}

/** What picture these bytes are, by what they say of themselves; null if they are none of the known kinds. */
export function inspect(bytes: Buffer): Picture | null {
  const found = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

/** SVG, or HTML, by its first mark; told apart from others only to say why it is refused. */
export function looksLikeMarkup(bytes: Buffer): boolean {
  return /^\uFEFF?\s*<[!?a-z]/i.test(bytes.toString("utf8", 0, 200));
}

function png(bytes: Buffer): Picture | null {
  const signature = "89504e470d0a1a0a0000000d49484452";
  if (bytes.length < 24 || bytes.toString("hex", 0, 16) !== signature) return null;
  return { type: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): Picture | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString("latin1", 0, 6))) return null;
  return { type: "image/gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** Its first chunk is lossy, lossless or extended, and each tells the size in its own way. */
function webp(bytes: Buffer): Picture | null {
  const text = (from: number, to: number) => bytes.toString("latin1", from, to);
  if (bytes.length < 30 || text(0, 4) !== "RIFF" || text(8, 12) !== "WEBP") return null;
  const type = "image/webp";
  switch (text(12, 16)) {
    case "VP8 ":
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
      return {
        type,
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
      };
    case "VP8L": {
      if (bytes[20] !== 0x2f) return null;
      const packed = bytes.readUInt32LE(21);
      return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Start of frame, baseline or progressive: the segments among C0 to CF that are no tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return null;
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { type: "image/jpeg", width, height };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
