import type { PictureSizes } from "../../lib/model/asset.ts";
import type { Block } from "../../lib/model/rich-text.ts";

/** Where pictures come from. */
export interface Pictures {
  sizes: PictureSizes;
  /** A `data:` address, which no policy of the page forbids us; null where the picture cannot be had. */
  address(asset: string): Promise<string | null>;
}

interface PictureProps {
  image: Extract<Block, { type: "image" }>;
  pictures: Pictures;
}

/** Has its size before it comes, so that nothing moves then. Until then, and if it never comes, its words stand there. */
export function Picture({ image: { asset, alt }, pictures }: PictureProps) {
  const size = pictures.sizes[asset];
  if (!size) return alt ? <p class="picture">{alt}</p> : null;
  const load = (element: HTMLImageElement | null) => {
    if (!element || element.src) return;
    void pictures.address(asset).then((address) => {
      if (address) element.src = address;
    });
  };
  const { width, height } = size;
  return (
    <div
      key={asset}
      class="picture sized"
      {...(alt && { role: "img", "aria-label": alt })}
      style={{ maxWidth: `${width}px`, aspectRatio: `${width} / ${height}` }}
    >
      <span aria-hidden="true">{alt}</span>
      <img alt="" ref={load} />
    </div>
  );
}
