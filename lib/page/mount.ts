import { markOwn } from "../anchor/dom/own.ts";
import type { PageObserver } from "./observe.ts";
import { isRival, lift, rightPlace } from "./top-layer.ts";

/** Removed more often than this within `WINDOW_MS`: the host does not want us. */
const MAX_RETURNS = 5;
const WINDOW_MS = 10_000;
const BACK_OFF_MS = 50;
/** Said to ourselves, outside of the page. */
const HEARS = "waymark:hears";
/** What no style of ours can make up for. */
const HARMFUL = ["inert", "aria-hidden"];

export interface MountOptions {
  css: string;
  /** Only for tests: production roots are closed (docs/adr/0006-shadow-root.md). */
  open: boolean;
  page: PageObserver;
  /** Our element was moved or put back; dialogs in it have to be shown again. */
  onReturn(): void;
  /** The host does not want us, or has made us useless. */
  onGone(why: string): void;
}

export interface Mount {
  root: ShadowRoot;
  /** Puts it into the page; from then on it is kept there. */
  show(): void;
}

/** A shadow root that stands in the page from its first `show` until the signal ends, above everything. */
export function mount(
  { css, open, page, onReturn, onGone }: MountOptions,
  signal: AbortSignal,
): Mount {
  const element = document.createElement("waymark-overlay");
  markOwn(element);
  element.popover = "manual";
  const root = element.attachShadow({ mode: open ? "open" : "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const raise = (place?: Element) => {
    const focused = root.activeElement;
    place?.append(element);
    lift(element);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  let stood: Element | undefined;
  const attach = (place = rightPlace(page.roots())) => {
    stood = place;
    raise(place);
  };
  const returns: number[] = [];
  let pending: ReturnType<typeof setTimeout> | undefined;
  let heard = false;
  element.addEventListener(HEARS, () => {
    heard = true;
  });
  const putBack = () => {
    pending = undefined;
    if (!element.isConnected) {
      heard = false;
      element.dispatchEvent(new Event(HEARS));
      // Who writes a document anew takes all listeners out of the old one, also those of our card.
      if (!heard) return onGone("the page was written anew");
    }
    for (const name of HARMFUL) element.removeAttribute(name);
    element.popover = "manual";
    attach();
    onReturn();
  };
  const keep = () => {
    if (pending !== undefined || signal.aborted) return;
    const place = rightPlace(page.roots());
    if (element.isConnected && place !== stood) return putBack();
    if (element.parentNode === place && isUsable(element)) return;
    const now = performance.now();
    while ((returns[0] ?? now) < now - WINDOW_MS) returns.shift();
    if (returns.length === MAX_RETURNS) return onGone("the page keeps removing the guide");
    pending = setTimeout(putBack, BACK_OFF_MS * 2 ** returns.length);
    returns.push(now);
  };

  const attributes = new MutationObserver(keep);
  const onRival = (event: Event) => {
    if (!isRival(event)) return;
    raise();
    onReturn();
  };
  const show = () => {
    if (stood) return;
    page.onChange(keep, signal);
    attach();
    attributes.observe(element, { attributes: true });
    element.addEventListener("toggle", keep, { signal });
    for (const type of ["toggle", "fullscreenchange"]) {
      addEventListener(type, onRival, { capture: true, passive: true, signal });
    }
  };
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(pending);
      attributes.disconnect();
      element.remove();
    },
    { once: true },
  );
  return { root, show };
}

/** Nobody has put it out of reach where it stands. */
function isUsable(element: HTMLElement): boolean {
  return !HARMFUL.some((name) => element.hasAttribute(name)) && element.matches(":popover-open");
}
