import { openRoots } from "../roots.ts";

/** The index of each frame on the way from the top window to this one; readable whatever their sites. */
export function ownPath(): number[] {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    path.unshift(indexIn(at.parent, at));
  }
  return path;
}

function indexIn(parent: Window, child: Window): number {
  let index = 0;
  while (index < parent.length && parent[index] !== child) index++;
  return index;
}

/** The element that shows the frame with this index of this window. */
export function frameAt(index: number): HTMLIFrameElement | undefined {
  const shown = window[index];
  if (!shown) return undefined;
  for (const root of openRoots(document)) {
    for (const frame of root.querySelectorAll<HTMLIFrameElement>("iframe, frame")) {
      if (frame.contentWindow === shown) return frame;
    }
  }
  return undefined;
}
