import type { SignalState } from "./state.ts";

/** Whether there is more to tell of a milestone than before: that it was reached, how, or how far anybody got. */
export function isFurther(before: SignalState | undefined, after: SignalState): boolean {
  const matter = (state?: SignalState) =>
    JSON.stringify([state?.fulfilled ?? null, state?.reached]);
  return matter(before) !== matter(after);
}
