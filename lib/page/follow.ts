import {
  boxOf,
  documentOf,
  frameAround,
  laidOutAround,
  rootOf,
  windowOf,
} from "../anchor/dom/safe.ts";

/** For an observer that should tell of the first pixel. */
const ANY = 1e-7;

/**
 * Calls `onMove` now and whenever the target may stand elsewhere or has another size: scrolling at any depth,
 * resizing, and layout that shifts for any other reason, also of the frames it stands in. There is no polling: while
 * all stays still it costs nothing.
 */
export function follow(target: Element, onMove: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  const sizes = new ResizeObserver(onMove);
  signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  for (let at: Element | undefined = target; at; at = frameAround(at)) {
    const told = watchBox(at, onMove, signal);
    const onScroll = () => {
      onMove();
      told();
    };
    windowOf(at).addEventListener("resize", onMove, options);
    for (const root of rootsAround(at)) root.addEventListener("scroll", onScroll, options);
    sizes.observe(at);
  }
  onMove();
}

/** The document and every shadow root whose scrolled regions can hold the element: none hears the scrolling of another. */
function rootsAround(element: Element): Set<Node> {
  return new Set([...laidOutAround(element)].map(rootOf));
}

/**
 * An observer whose root is cut down to the element's box sees less of the element as soon as that moves. From then on
 * each frame is looked at, until one has brought nothing new. Whoever has told of the move of a frame otherwise calls
 * what is returned, and that frame is not measured again.
 */
function watchBox(element: Element, onMove: () => void, signal: AbortSignal): () => void {
  let observer: IntersectionObserver | undefined;
  let frame = 0;
  let isTold = false;
  const look = (last?: DOMRect) => {
    observer?.disconnect();
    frame = requestAnimationFrame(() => {
      if (isTold) {
        isTold = false;
        return look();
      }
      const box = boxOf(element);
      if (box.top === last?.top && box.left === last.left) return watch(1);
      onMove();
      look(box);
    });
  };
  const watch = (threshold: number) => {
    observer?.disconnect();
    frame = 0;
    if (signal.aborted) return;
    const box = boxOf(element);
    // Without a size there is nothing to see; the first size comes with a resize.
    if (box.width === 0 || box.height === 0) return;
    const root = documentOf(element);
    const { clientWidth, clientHeight } = root.documentElement;
    const edges = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    const rootMargin = edges.map((edge) => `${-Math.floor(edge)}px`).join(" ");
    let isFirst = true;
    const onSeen = ([entry]: readonly IntersectionObserverEntry[]) => {
      const now = boxOf(element);
      const seen = entry?.intersectionRatio || ANY;
      if (!isFirst || now.top !== box.top || now.left !== box.left) {
        onMove();
        look(now);
      } else if (threshold === 1 && seen < 1) {
        // Clipped where it stands: what matters is when it is seen less, or for the first time.
        watch(seen);
      }
      isFirst = false;
    };
    observer = new IntersectionObserver(onSeen, { root, rootMargin, threshold });
    observer.observe(element);
  };
  const stop = () => {
    observer?.disconnect();
    cancelAnimationFrame(frame);
  };
  signal.addEventListener("abort", stop, { once: true });
  watch(1);
  return () => {
    isTold = true;
    if (!frame) look();
  };
}
