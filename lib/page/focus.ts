import { localName } from "../anchor/dom/safe.ts";
import { focusedElements } from "./field-focus.ts";

/** Where the person was before we took the focus. */
export interface FocusKeeper {
  /** Notes where the focus is, unless it is ours already. */
  remember(): void;
  /** Moves the focus to an element of ours, and remembers where it was. */
  take(element: HTMLElement): void;
  /** Nothing of the host has it. */
  isFree(): boolean;
  /** Gives it back, if it is still ours or nobody's. */
  giveBack(): void;
}

export function createFocusKeeper(root: ShadowRoot): FocusKeeper {
  let before: Element | undefined;
  const remember = () => {
    if (root.activeElement === null) before ??= deepActiveElement();
  };
  const isFree = () => {
    const active = document.activeElement;
    return !active || active === document.body || active === root.host;
  };
  return {
    remember,
    take(element) {
      remember();
      element.focus({ preventScroll: true });
    },
    isFree,
    giveBack() {
      if (before?.isConnected && isFree()) focus(before);
      before = undefined;
    },
  };
}

function deepActiveElement(): Element | undefined {
  const active = focusedElements().at(-1);
  return active && localName(active) !== "body" ? active : undefined;
}

/** The method of the prototype, because a form field named "focus" shadows its form's. */
function focus(element: Element): void {
  const { focus: give } =
    "ownerSVGElement" in element ? SVGElement.prototype : HTMLElement.prototype;
  give.call(element as HTMLElement & SVGElement, { preventScroll: true });
}
