import type { Painting } from "../draft/picture/painting.ts";
import { ASSET_LIMITS, AssetType } from "../model/asset.ts";
import type { Rect } from "../model/rect.ts";
import type { Painted, PicturePorts } from "./pictures.ts";

/**
 * Paints what is left of a picture. What is hidden is painted over in colours that depend on nothing beneath: a blur, or
 * coarse pixels, can be matched against guesses of what they were made from.
 */
export const paintPicture: PicturePorts["paint"] = async (source, plan) => {
  const image = await createImageBitmap(source);
  try {
    const painting = plan(image);
    if (!painting) return null;
    const canvas = draw(image, painting);
    return await encode(canvas, painting);
  } finally {
    image.close();
  }
};

function draw(image: ImageBitmap, { crop, hidden, target, outlined, scale }: Painting) {
  const canvas = new OffscreenCanvas(crop.width, crop.height);
  const brush = brushOf(canvas);
  brush.translate(-crop.x, -crop.y);
  brush.drawImage(image, 0, 0);
  for (const box of hidden) cover(brush, box, scale);
  if (target && outlined) outline(brush, target, scale);
  return canvas;
}

function brushOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const brush = canvas.getContext("2d", { alpha: false });
  if (!brush) throw new Error("this browser draws no pictures");
  return brush;
}

const COVER = "#c3c9d1";
const HATCH = "#aeb6c0";
/** CSS px between lines. */
const HATCH_STEP = 8;

/** Hatched, so that nobody takes it for a part of the app. */
function cover(brush: OffscreenCanvasRenderingContext2D, box: Rect, scale: number): void {
  const { x, y, width, height } = box;
  brush.save();
  brush.beginPath();
  brush.rect(x, y, width, height);
  brush.clip();
  brush.fillStyle = COVER;
  brush.fillRect(x, y, width, height);
  brush.strokeStyle = HATCH;
  brush.lineWidth = scale;
  brush.beginPath();
  const step = HATCH_STEP * scale;
  // The lines of boxes side by side go on in each other.
  for (let at = step - ((x + y) % step); at < width + height; at += step) {
    brush.moveTo(x + at, y);
    brush.lineTo(x + at - height, y + height);
  }
  brush.stroke();
  brush.restore();
}

/** CSS px. */
const LINE = { gap: 4, width: 3, halo: 2, radius: 6, colour: "#e0522d" } as const;

function outline(brush: OffscreenCanvasRenderingContext2D, target: Rect, scale: number): void {
  const gap = LINE.gap * scale;
  const ring = () => {
    brush.beginPath();
    brush.roundRect(
      target.x - gap,
      target.y - gap,
      target.width + 2 * gap,
      target.height + 2 * gap,
      LINE.radius * scale,
    );
  };
  brush.strokeStyle = "#ffffff";
  brush.lineWidth = (LINE.width + 2 * LINE.halo) * scale;
  ring();
  brush.stroke();
  brush.strokeStyle = LINE.colour;
  brush.lineWidth = LINE.width * scale;
  ring();
  brush.stroke();
}

/** Without loss as long as the picture is small enough for an asset; then with some; then smaller. */
async function encode(canvas: OffscreenCanvas, painting: Painting): Promise<Painted> {
  let shrunk = limited(canvas);
  for (;;) {
    for (const quality of [1, 0.9, 0.75]) {
      const blob = await shrunk.convertToBlob({ type: "image/webp", quality });
      if (blob.size > ASSET_LIMITS.bytes) continue;
      const scale = shrunk.width / canvas.width;
      return {
        // A browser that writes no WebP writes PNG.
        type: AssetType.parse(blob.type),
        content: await blob.arrayBuffer(),
        width: shrunk.width,
        height: shrunk.height,
        scale: painting.scale * scale,
        ...(painting.target && { target: inPicture(painting.target, painting.crop, scale) }),
      };
    }
    shrunk = resized(shrunk, 0.7);
  }
}

function limited(canvas: OffscreenCanvas): OffscreenCanvas {
  const { width, height } = canvas;
  const share = Math.min(
    1,
    ASSET_LIMITS.side / Math.max(width, height),
    Math.sqrt(ASSET_LIMITS.pixels / (width * height)),
  );
  return share < 1 ? resized(canvas, share) : canvas;
}

function resized(canvas: OffscreenCanvas, share: number): OffscreenCanvas {
  const smaller = new OffscreenCanvas(
    Math.max(1, Math.floor(canvas.width * share)),
    Math.max(1, Math.floor(canvas.height * share)),
  );
  const brush = brushOf(smaller);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return smaller;
}

function inPicture(box: Rect, crop: Rect, scale: number): Rect {
  return {
    x: Math.round((box.x - crop.x) * scale),
    y: Math.round((box.y - crop.y) * scale),
    width: Math.round(box.width * scale),
    height: Math.round(box.height * scale),
  };
}
