/** One life of the worker: everything that awaits through it stops for good when it crashes. */
export interface Life {
  /** Settles when the life ends. */
  crashed: Promise<"crashed">;
  /** Does something lasting, with a chance of dying just before or just after it. */
  does<T>(effect: () => T): Promise<T>;
  /** Awaits something outside, with a chance of dying while it goes on. */
  awaits<T>(outside: Promise<T>): Promise<T>;
}

const NEVER = new Promise<never>(() => undefined);

export function createLife(random: () => number, crashRate: () => number): Life {
  const { promise: crashed, resolve } = Promise.withResolvers<"crashed">();
  let alive = true;
  const survive = () => {
    if (alive && random() < crashRate()) {
      alive = false;
      resolve("crashed");
    }
    return alive;
  };
  return {
    crashed,
    async does(effect) {
      await undefined;
      if (!survive()) return NEVER;
      const value = effect();
      return survive() ? value : NEVER;
    },
    async awaits(outside) {
      // It goes on, and may fail, although nobody waits for it any more.
      outside.catch(() => undefined);
      if (!survive()) return NEVER;
      try {
        const value = await outside;
        return survive() ? value : NEVER;
      } catch (error) {
        if (!survive()) return NEVER;
        throw error;
      }
    },
  };
}
