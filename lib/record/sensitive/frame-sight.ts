import { isOwn } from "../../anchor/dom/own.ts";
import { matches, shadowOf } from "../../anchor/dom/safe.ts";
import type { Rect } from "../../model/rect.ts";
import type { FrameSight } from "../../model/sight.ts";
import { mappingOf } from "../../page/frame-box.ts";
import { ownPath } from "../../page/frames/frame-path.ts";
import type { Root } from "../../page/roots.ts";
import { controlBoxes, seen, wholeBoxes } from "./boxes.ts";
import { FIELDS, showsEntry } from "./fields.ts";
import { OPT_OUTS } from "./name-rules.ts";
import { sensitiveTexts } from "./texts.ts";

const FRAMES = "iframe, frame, object, embed, fencedframe";

/**
 * What a picture of this frame must not show: what is entered, what looks like somebody's, and what the app has marked
 * as private. Of frames within it only where they stand: each speaks for itself.
 */
export function frameSight(): FrameSight {
  const roots = rootsHere(document);
  return {
    path: ownPath(),
    viewport: { width: innerWidth, height: innerHeight },
    magnified: (visualViewport?.scale ?? 1) !== 1,
    sensitive: roots.flatMap(sensitiveIn).map(plain),
    frames: roots.flatMap((root) => [...root.querySelectorAll(FRAMES)].flatMap(placed)),
  };
}

/** This document and the shadow roots in it. */
function rootsHere(root: Root): Root[] {
  const within = [...root.querySelectorAll("*")].flatMap((element) => {
    const inner = isOwn(element) ? null : shadowOf(element);
    return inner ? rootsHere(inner) : [];
  });
  return [root, ...within];
}

function sensitiveIn(root: Root): Rect[] {
  const fields = [...root.querySelectorAll(FIELDS)].filter(showsEntry);
  return [
    ...fields.flatMap((field) =>
      matches(field, "input, textarea, select") ? controlBoxes(field) : wholeBoxes(field),
    ),
    ...sensitiveTexts(root).flatMap(({ element, box }) => seen(element, box)),
    ...[...root.querySelectorAll(OPT_OUTS)].flatMap(wholeBoxes),
  ];
}

function placed(frame: Element): FrameSight["frames"] {
  return seen(frame).map((box) => ({
    index: indexOf(frame),
    box: plain(box),
    matrix: [...mappingOf(frame)],
  }));
}

/** What travels between worlds has no prototype. */
function plain({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}

/** Null: frames in shadow roots are in no window's list. */
function indexOf(frame: Element): number | null {
  const inner = (frame as Partial<HTMLIFrameElement>).contentWindow;
  for (let at = 0; inner && at < window.length; at++) if (window[at] === inner) return at;
  return null;
}
