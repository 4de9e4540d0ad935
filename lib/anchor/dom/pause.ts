/** Longest stretch of work before the page gets the thread, in ms. */
const SLICE_MS = 8;

type Scheduling = { scheduler?: { yield?: () => Promise<void> } };

/** Waits for nothing until a slice is used up; then the page has its turn. */
export type Turn = () => Promise<void> | undefined;

/** Rejects with the signal's reason when it is over after a turn of the page. */
export function createTurn(signal: AbortSignal): Turn {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return nextTurn().then(() => {
      signal.throwIfAborted();
      began = performance.now();
    });
  };
}

function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
