import type { TagMove } from "../../model/tagging.ts";
import { elementAt, meantBy, moveFrom } from "./meant.ts";
import { putShield } from "./shield.ts";

const KEYS: Readonly<Record<string, TagMove>> = {
  ArrowUp: "outer",
  ArrowDown: "inner",
  ArrowRight: "next",
  ArrowLeft: "previous",
};

export interface Picking {
  move(to: TagMove): void;
  take(): void;
  /** The page has moved under the pane. */
  fit(): void;
}

export interface PickingEvents {
  /** What would be taken now; undefined: nothing. */
  over(element: Element | undefined): void;
  taken(element: Element): void;
  /** The author gives up. */
  ended(): void;
}

/** The author points at an element of this frame, by pointer or key, until they take one or give up. */
export function startPicking(root: ShadowRoot, on: PickingEvents, signal: AbortSignal): Picking {
  let at: Element | undefined;
  let deepest: Element | undefined;

  const go = (element: Element | undefined) => {
    if (element === at) return;
    at = element;
    on.over(element);
  };
  const move = (to: TagMove) => {
    const element = moveFrom(at, deepest, to);
    if (to === "next" || to === "previous") deepest = element;
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    go(element);
  };
  const take = () => {
    if (at?.isConnected) on.taken(at);
  };
  const shield = putShield(
    root,
    {
      move(x, y) {
        deepest = elementAt(x, y);
        go(deepest && meantBy(deepest));
      },
      leave: () => go(undefined),
      take(x, y) {
        deepest = elementAt(x, y);
        go(deepest && meantBy(deepest));
        take();
      },
    },
    signal,
  );
  const onKey = (event: KeyboardEvent) => {
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (!event.isTrusted || !plain || event.isComposing) return;
    const to = event.key === "Tab" ? (event.shiftKey ? "previous" : "next") : KEYS[event.key];
    if (!to && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "keydown") return;
    if (to) move(to);
    else if (event.key === "Enter") take();
    else on.ended();
  };
  for (const type of ["keydown", "keyup"] as const) {
    addEventListener(type, onKey, { capture: true, signal });
  }
  shield.fit();
  return { move, take, fit: shield.fit };
}
