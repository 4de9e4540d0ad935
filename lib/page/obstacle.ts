import { isOwn } from "../anchor/dom/own.ts";
import {
  attribute,
  documentOf,
  frameAround,
  laidOutAround,
  lineage,
  localName,
  matches,
  shadowOf,
} from "../anchor/dom/safe.ts";
import { type Rect, through } from "../model/rect.ts";
import type { Obstacle } from "../tour/run.ts";
import { mappingOf } from "./frame-box.ts";
import type { PageObserver } from "./observe.ts";
import type { Root } from "./roots.ts";

/** Between two looks while the page changes or moves. */
const REST_MS = 150;

export interface ObstacleOptions {
  page: PageObserver;
  onMove(listener: () => void): void;
  /** Where in a frame the target is, in this window; without it all that is seen of the element counts. */
  box?(): Rect | undefined;
}

/**
 * Tells why a person cannot use an element right now: at once if something is in the way, and whenever that
 * changes. It looks again only after the page changed or the element `moved`, and not at every frame then.
 */
export function watchObstacle(
  element: Element,
  { page, onMove, box }: ObstacleOptions,
  onObstacle: (obstacle: Obstacle | null) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Obstacle | null = null;
  let sight: IntersectionObserver | undefined;
  const tell = (obstacle: Obstacle | null) => {
    if (obstacle === last || signal.aborted) return;
    last = obstacle;
    onObstacle(obstacle);
  };
  const look = () => {
    timer = undefined;
    sight?.disconnect();
    if (isDisabled(element)) return tell("disabled");
    // The browser alone knows which part is scrolled into view; only there something can lie above.
    sight = new IntersectionObserver(([entry], observer) => {
      observer.disconnect();
      const seen = entry?.isIntersecting && (box ? box() : entry.intersectionRect);
      tell(seen && isCovered(element, seen) ? "covered" : null);
    });
    sight.observe(element);
  };
  const soon = () => {
    timer ??= setTimeout(look, REST_MS);
  };
  page.onChange(soon, signal);
  onMove(soon);
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(timer);
      sight?.disconnect();
    },
    { once: true },
  );
  look();
}

function isDisabled(element: Element): boolean {
  if (matches(element, ":disabled")) return true;
  for (const around of lineage(element)) {
    if (attribute(around, "aria-disabled") === "true") return true;
    if (attribute(around, "inert") !== undefined) return true;
  }
  const frame = frameAround(element);
  return frame !== undefined && isDisabled(frame);
}

/** Whether what a person would hit in the middle of the visible part is something else, also above its frame. */
function isCovered(element: Element, visible: Rect): boolean {
  const { x, y, width, height } = visible;
  const hit = hitAt(documentOf(element), x + width / 2, y + height / 2);
  if (hit && !belongTogether(hit, element)) return true;
  const frame = frameAround(element);
  return frame !== undefined && isCovered(frame, through(mappingOf(frame), visible));
}

/** The innermost element at a point that is seen, in whatever shadow root; ours are looked through. */
function hitAt(root: Root, x: number, y: number): Element | undefined {
  const hit = root
    .elementsFromPoint(x, y)
    .find((element) => !isOwn(element) && getComputedStyle(element).opacity !== "0");
  const inner = hit && shadowOf(hit);
  return (inner && inner !== root && hitAt(inner, x, y)) || hit;
}

/** One lies in the other, or the one that is hit is a label of the other. */
function belongTogether(hit: Element, element: Element): boolean {
  for (const around of laidOutAround(hit)) {
    if (around === element) return true;
    if (localName(around) === "label" && (around as HTMLLabelElement).control === element) {
      return true;
    }
  }
  for (const around of laidOutAround(element)) if (around === hit) return true;
  return false;
}
