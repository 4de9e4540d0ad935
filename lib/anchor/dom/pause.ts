/** Longest stretch of work before the page gets the thread, in ms. */
const SLICE_MS = 8;

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

/** Behind all that waits already, frames too, which `scheduler.yield` would go before. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
