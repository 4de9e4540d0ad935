/** The tour that all tools show: the same texts at the same two elements. */
export interface BenchTour {
  /** CSS selectors of the two elements, in the order of the steps. */
  targets: readonly [string, string];
  /** As shipped; otherwise whatever can be switched off is. */
  animated: boolean;
}

export const TITLES = ["First things first", "And on it goes"] as const;
export const BODIES = [
  "This is where everything begins. Have a look at what it says.",
  "When that is done, this one leads on to the rest of the page.",
] as const;

/** What of a tool is on the screen. */
export interface Look {
  card: Element | null;
  next: Element | null;
  /** The box that is left clear or framed, without the padding around its element, in window coordinates. */
  spot: { x: number; y: number; width: number; height: number } | null;
}

/** A tool in a page, as `probe.ts` and the bench drive it. */
export interface Tool {
  /** Shows the first step; returns when it was asked to, on the page's clock. */
  start(tour: BenchTour): number | Promise<number>;
  stop(): void | Promise<void>;
  look(): Look;
}
