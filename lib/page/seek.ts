import type { Anchor } from "../model/anchor.ts";
import type { PageObserver } from "./observe.ts";
import type { Target } from "./target.ts";

/** How long a target may be late before the person is told. Late content is normal. */
const PATIENCE_MS = 6_000;

/** How long a likely element may become a sure one, or another, before the person is asked about it. */
const DOUBT_MS = 1_500;

/** A search is followed by at least this many times its own duration of rest. */
const REST_FACTOR = 4;

/** Of the best candidate, 0 to 1. */
interface Judged {
  reason: string;
  score?: number;
  /** Over the best rival. */
  margin?: number;
}
export interface Hit extends Judged {
  outcome: "found" | "likely";
  target: Target;
  tier?: 0 | 1 | 2;
  /** The person chooses among so many; nothing is pointed at. */
  choices?: number;
}
export interface Miss extends Judged {
  outcome: "ambiguous" | "absent";
  several?: number;
}

/** Looks once; rejects only with the signal's reason. */
export type Search = (anchor: Anchor, signal: AbortSignal) => Promise<Hit | Miss>;

export interface Seeker {
  /** What the search takes. */
  onHit(hit: Hit): void;
  /** Nothing so far, and again when that has another reason. The search goes on until `signal` ends. */
  onMissing(miss: Pick<Miss, "reason" | "several">): void;
  onError(error: unknown): void;
}

/** Looks for an anchor's element now and after every change of the page, until there is one. */
export function seek(
  anchor: Anchor,
  { search, page, takes }: { search: Search; page: PageObserver; takes(hit: Hit): boolean },
  { onHit, onMissing, onError }: Seeker,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  const began = performance.now();
  let miss: Pick<Miss, "reason" | "several"> = { reason: "the page was still being searched" };
  let told: string | undefined;
  let changed: () => void = () => undefined;
  page.onChange(() => changed(), life);

  const tell = () => {
    if (told === miss.reason) return;
    told = miss.reason;
    onMissing(miss);
  };
  const later = (task: () => void, ms: number) => {
    const timer = setTimeout(task, ms);
    life.addEventListener("abort", () => clearTimeout(timer), { once: true });
  };
  later(tell, PATIENCE_MS);
  let doubted = false;

  const accepts = (answer: Hit | Miss): answer is Hit => {
    if (!("target" in answer) || !takes(answer)) return false;
    if (answer.outcome === "found") return true;
    const wait = began + DOUBT_MS - performance.now();
    if (wait > 0 && !doubted) later(() => changed(), wait);
    doubted = true;
    return wait <= 0;
  };
  const look = async () => {
    while (!life.aborted) {
      const change = new Promise<void>((resolve) => {
        changed = resolve;
      });
      const start = performance.now();
      const answer = await search(anchor, life);
      if (accepts(answer)) {
        scope.abort();
        return onHit(answer);
      }
      miss = answer;
      if (told !== undefined) tell();
      const rest = new Promise((resolve) =>
        setTimeout(resolve, REST_FACTOR * (performance.now() - start)),
      );
      await Promise.all([change, rest]);
      await whenIdle();
    }
  };
  look().catch((error: unknown) => {
    if (!life.aborted) onError(error);
  });
}

export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
}
