import { setTimeout as pause } from "node:timers/promises";

const PAUSE_MS = 100;

/**
 * Asks again until the answer is there; for what happens in another process that tells nobody. Rejects with the name
 * of what was waited for and the last answer.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  isThere: (answer: T) => boolean,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(
        `${what}: not within ${timeoutMs / 1000} s; last was ${JSON.stringify(answer)}`,
      );
    }
    await pause(PAUSE_MS);
  }
}
