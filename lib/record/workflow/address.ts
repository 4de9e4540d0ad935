import { pageAddress } from "../../model/page-address.ts";

/** Of the page that this frame is a part of, as far as that can be seen from here; undefined in frames of other sites. */
export function topAddress(): string | undefined {
  try {
    return pageAddress((window.top ?? window).location);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
