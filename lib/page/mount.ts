import { markOwn } from "../anchor/dom/own.ts";
import type { PageObserver } from "./observe.ts";
import { isRival, lift, rightPlace } from "./top-layer.ts";

/** Removed more often than this within `WINDOW_MS`: the host does not want us. */
const MAX_RETURNS = 5;
const WINDOW_MS = 10_000;
const BACK_OFF_MS = 50;

export interface MountOptions {
  css: string;
  /** Only for tests: production roots are closed (docs/adr/0006-shadow-root.md). */
  open: boolean;
  page: PageObserver;
  /** Our element was moved or put back; dialogs in it have to be shown again. */
  onReturn(): void;
  /** The host keeps removing us. */
  onGone(): void;
}

/** Puts a shadow root into the page and keeps it there, above everything, until the signal ends. */
export function mount(
  { css, open, page, onReturn, onGone }: MountOptions,
  signal: AbortSignal,
): ShadowRoot {
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
  const attach = () => raise(rightPlace(page.roots()));
  const returns: number[] = [];
  let pending: ReturnType<typeof setTimeout> | undefined;
  const putBack = () => {
    pending = undefined;
    attach();
    onReturn();
  };
  const keep = () => {
    if (pending !== undefined) return;
    if (element.isConnected) {
      if (element.parentNode !== rightPlace(page.roots())) putBack();
      return;
    }
    const now = performance.now();
    while ((returns[0] ?? now) < now - WINDOW_MS) returns.shift();
    if (returns.length === MAX_RETURNS) return onGone();
    pending = setTimeout(putBack, BACK_OFF_MS * 2 ** returns.length);
    returns.push(now);
  };

  // First, so that the page is gone over for its roots only once.
  page.onChange(keep, signal);
  attach();
  const onRival = (event: Event) => {
    if (!isRival(event)) return;
    raise();
    onReturn();
  };
  for (const type of ["toggle", "fullscreenchange"]) {
    addEventListener(type, onRival, { capture: true, passive: true, signal });
  }
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(pending);
      element.remove();
    },
    { once: true },
  );
  return root;
}
