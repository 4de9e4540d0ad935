/** How long a playbook waits and rests, in ms. */
export interface Timing {
  wait: number;
  coolDown: number;
}

/** What a playbook remembers of an account between two looks. Times are epoch ms. */
export interface Watch {
  /** Since when the condition holds without a break; null: it does not. One such stretch is one cause. */
  since: number | null;
  /** The cause that it fired for last, and when. */
  firedFor: number | null;
  firedAt: number | null;
}

export interface Look {
  now: number;
  holds: boolean;
  /** Looked at, but nothing is done. */
  paused: boolean;
}

export const FIRST_WATCH: Watch = { since: null, firedFor: null, firedAt: null };

/** One look at an account: J3 to J6 of docs/spec/playbooks.md. */
export function lookAt(
  watch: Watch,
  { now, holds, paused }: Look,
  { wait, coolDown }: Timing,
): { watch: Watch; fires: boolean } {
  if (!holds) return { watch: { ...watch, since: null }, fires: false };
  const since = watch.since ?? now;
  const isNew = since !== watch.firedFor;
  const isRested = watch.firedAt === null || now - watch.firedAt >= coolDown;
  const fires = isNew && isRested && !paused && now - since >= wait;
  const fired = fires ? { firedFor: since, firedAt: now } : {};
  return { watch: { ...watch, since, ...fired }, fires };
}
