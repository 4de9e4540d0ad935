import { boxOf } from "../../anchor/dom/safe.ts";
import { matching } from "./matching.ts";

export interface Pointing {
  move(x: number, y: number): void;
  leave(): void;
  take(x: number, y: number): void;
}

/**
 * A clear pane over the window that takes what the pointer does, so that the page never hears of it: an empty frame,
 * because events within a frame stay there, also from listeners that the page has put on its window before us.
 * Frames of the page are left out; each has a pane of its own.
 */
export function putShield(root: ShadowRoot, on: Pointing, signal: AbortSignal): { fit(): void } {
  const frame = document.createElement("iframe");
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  let heard: Document | null = null;
  const listen = () => {
    const inner = frame.contentWindow;
    if (!inner || heard === inner.document) return;
    heard = inner.document;
    const options = { signal, passive: false };
    const stay = (event: Event) => event.preventDefault();
    // Without the default the pane would get the focus, and the page lose it.
    for (const type of ["mousedown", "pointerdown", "touchstart", "dragstart", "contextmenu"]) {
      inner.addEventListener(type, stay, options);
    }
    inner.addEventListener(
      "pointermove",
      (event) => on.move(event.clientX, event.clientY),
      options,
    );
    inner.document.documentElement.addEventListener("pointerleave", () => on.leave(), options);
    inner.addEventListener("click", (event) => on.take(event.clientX, event.clientY), options);
  };
  // The page may move our element, and a frame that is moved begins anew.
  frame.addEventListener("load", listen, { signal });
  root.append(frame);
  signal.addEventListener("abort", () => frame.remove(), { once: true });
  if (frame.contentDocument?.readyState === "complete") listen();
  return {
    fit() {
      const holes = (matching("iframe, frame") ?? []).map(boxOf);
      const around = `M0 0H${innerWidth}V${innerHeight}H0Z`;
      const cut = holes.map(
        ({ left, top, right, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`,
      );
      frame.style.clipPath =
        holes.length > 0 ? `path(evenodd, "${[around, ...cut].join("")}")` : "none";
    },
  };
}
