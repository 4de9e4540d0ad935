import { boxOf, parentNode, slotOf } from "../anchor/dom/safe.ts";

/** For an observer that should tell of the first pixel. */
const ANY = 1e-7;

/**
 * Calls `onMove` now and whenever the target may stand elsewhere or has another size: scrolling at any depth,
 * resizing, and layout that shifts for any other reason. There is no polling: while all stays still it costs nothing.
 */
export function follow(target: Element, onMove: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  addEventListener("resize", onMove, options);
  for (const root of rootsAround(target)) root.addEventListener("scroll", onMove, options);
  const sizes = new ResizeObserver(onMove);
  sizes.observe(target);
  signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  watchBox(target, onMove, signal);
  onMove();
}

/** The document and every shadow root whose scrolled regions can hold the node: none hears the scrolling of another. */
function* rootsAround(node: Element): Generator<Node> {
  for (let at: Node | null = node; at; ) {
    if (at instanceof Document || at instanceof ShadowRoot) yield at;
    const slot: Node | null = at instanceof Element ? slotOf(at) : null;
    at = slot ?? (at instanceof ShadowRoot ? at.host : parentNode(at));
  }
}

/** An observer whose root is cut down to the element's box sees less of the element as soon as that moves. */
function watchBox(element: Element, onMove: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | undefined;
  const watch = (threshold: number) => {
    observer?.disconnect();
    if (signal.aborted) return;
    const box = boxOf(element);
    // Without a size there is nothing to see; the first size comes with a resize.
    if (box.width === 0 || box.height === 0) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const edges = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    const rootMargin = edges.map((edge) => `${-Math.floor(edge)}px`).join(" ");
    let isFirst = true;
    const onSeen = ([entry]: readonly IntersectionObserverEntry[]) => {
      const { top, left } = boxOf(element);
      const seen = entry?.intersectionRatio || ANY;
      if (!isFirst || top !== box.top || left !== box.left) {
        onMove();
        watch(1);
      } else if (threshold === 1 && seen < 1) {
        // Clipped where it stands: what matters is when it is seen less, or for the first time.
        watch(seen);
      }
      isFirst = false;
    };
    observer = new IntersectionObserver(onSeen, { rootMargin, threshold });
    observer.observe(element);
  };
  signal.addEventListener("abort", () => observer?.disconnect(), { once: true });
  watch(1);
}
