/** Typing in one place with no longer pause than this is one thing to undo, in ms. */
export const PAUSE = 1_500;

interface Entry<T> {
  value: T;
  before: Entry<T> | null;
}

/** What was and what could be again, without limit; each value shares what did not change with the one before. */
export interface History<T> {
  present: T;
  past: Entry<T> | null;
  future: Entry<T> | null;
  /** What the newest change was made to, and when, so that typing goes on in it. */
  typing: { place: string; at: number } | null;
}

export function begin<T>(value: T): History<T> {
  return { present: value, past: null, future: null, typing: null };
}

/**
 * A change. With `place`, such as a field, it becomes one with the change before if that was made in the same place no
 * more than a pause ago. `at`: epoch ms.
 */
export function record<T>(history: History<T>, value: T, at: number, place?: string): History<T> {
  if (value === history.present) return history;
  const { typing } = history;
  const goesOn = place !== undefined && typing?.place === place && at - typing.at <= PAUSE;
  return {
    present: value,
    past: goesOn ? history.past : { value: history.present, before: history.past },
    future: null,
    typing: place === undefined ? null : { place, at },
  };
}

/** Back by one change; the same history if there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (!past) return history;
  return {
    present: past.value,
    past: past.before,
    future: { value: present, before: future },
    typing: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (!future) return history;
  return {
    present: future.value,
    past: { value: present, before: past },
    future: future.before,
    typing: null,
  };
}
