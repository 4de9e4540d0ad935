/** Browsers take this many pictures of a window within `PERIOD_MS`, and fail with the next. */
const MOST = 2;
/** A second, and some more because their clock is not ours. */
const PERIOD_MS = 1050;
/** After a press. A picture that would begin later shows what the page did, not what the person saw. */
export const LATEST_MS = 400;

interface Waiting<T> {
  tab: number;
  /** Epoch ms of the press. */
  at: number;
  answer(shot: T | null): void;
}

export interface ShutterPorts<T> {
  /** Epoch ms. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** Never rejects; null: it could not be taken. */
  shoot(tab: number): Promise<T | null>;
}

/**
 * Takes pictures of tabs as often as browsers let extensions, and no later than `LATEST_MS` after the press that asked
 * for one: else there is none (null). Presses in one tab that wait together get the same picture: it is as new for
 * each of them as one of its own would be.
 */
export function createShutter<T>({ now, wait, shoot }: ShutterPorts<T>) {
  let waiting: Waiting<T>[] = [];
  let taken: number[] = [];
  let working = false;

  const nextStart = () => {
    taken = taken.filter((time) => time > now() - PERIOD_MS);
    const [oldest] = taken;
    return taken.length < MOST || oldest === undefined ? now() : oldest + PERIOD_MS;
  };
  const dropLate = (start: number) => {
    const isLate = ({ at }: Waiting<T>) => start - at > LATEST_MS;
    for (const late of waiting.filter(isLate)) late.answer(null);
    waiting = waiting.filter((one) => !isLate(one));
  };
  const work = async () => {
    for (;;) {
      dropLate(nextStart());
      const first = waiting[0];
      if (!first) {
        working = false;
        return;
      }
      const rest = nextStart() - now();
      if (rest > 0) {
        await wait(rest);
        continue;
      }
      const served = waiting.filter(({ tab }) => tab === first.tab);
      waiting = waiting.filter(({ tab }) => tab !== first.tab);
      taken.push(now());
      const shot = await shoot(first.tab);
      for (const one of served) one.answer(shot);
    }
  };

  return (tab: number, at: number): Promise<T | null> => {
    const { promise, resolve } = Promise.withResolvers<T | null>();
    waiting.push({ tab, at, answer: resolve });
    if (!working) {
      working = true;
      void work();
    }
    return promise;
  };
}
