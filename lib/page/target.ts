import type { Rect } from "../model/rect.ts";
import type { Obstacle } from "../tour/run.ts";

/** What is pointed at, wherever it is. Everything it tells of ends with the signal, and nothing of it polls. */
export interface Target {
  /** Tells two of them apart. */
  readonly identity: unknown;
  /** Where it stands in this window, now and whenever that changes; `hidden` while it is scrolled out of sight. */
  follow(onMove: (box: Rect, hidden: boolean) => void, signal: AbortSignal): void;
  /** Brings it into view; moves nothing if it is in view. */
  reveal(): void;
  /** Tells once when it leaves the page, is hidden, or becomes something else. */
  onLost(listener: () => void, signal: AbortSignal): void;
  /** A person clicks on it, or commits a change of it. */
  onUse(use: Use, listener: () => void, signal: AbortSignal): void;
  /** The focus comes and goes. */
  onFocus(listener: (change: "open" | "fold") => void, signal: AbortSignal): void;
  /** A person is about to use it, and no longer is. */
  onIntent(listener: (change: "open" | "fold") => void, signal: AbortSignal): void;
  /** Why it cannot be used, now and whenever that changes. */
  onObstacle(listener: (obstacle: Obstacle | null) => void, signal: AbortSignal): void;
}

export type Use = "click" | "change";
