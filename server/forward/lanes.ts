/** A lane a key: work in one goes one after the other, and lanes go at the same time. */
export interface Lanes {
  /** Begins at once, or once more after what goes on under this key. What is asked for meanwhile is done once. */
  take(key: string, work: () => Promise<void>): void;
  /** Resolves when nothing goes on any more. */
  settled(): Promise<void>;
}

/** `failed` is told of work that rejects, which ends nothing. After `signal` nothing begins. */
export function createLanes(
  signal: AbortSignal,
  failed: (error: unknown, key: string) => void,
): Lanes {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, () => Promise<void>>();

  async function run(key: string): Promise<void> {
    for (let work = next.get(key); work && !signal.aborted; work = next.get(key)) {
      next.delete(key);
      await work().catch((error: unknown) => failed(error, key));
    }
    // With the last look: whoever asks after it finds nobody here and begins.
    running.delete(key);
  }

  return {
    take(key, work) {
      if (signal.aborted) return;
      next.set(key, work);
      if (!running.has(key)) running.set(key, run(key));
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
