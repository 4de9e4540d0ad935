/** Longest stretch of work before the page gets the thread, in ms. */
const SLICE_MS = 8;

type Scheduling = { scheduler?: { yield?: () => Promise<void> } };

/** Call often: it returns at once until a slice is used up, then lets the page have its turn. */
export function createPause(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return nextTurn().then(() => {
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
