import type { ExportJob, Making } from "./export-format.ts";
import type { WorkerNews } from "./export-worker.ts";

/** Makes a file of a guide; rejects with the reason of `signal` if that aborts. */
export type MakeFile = (
  job: ExportJob,
  options: { tell: (share: number) => void; signal: AbortSignal },
) => Promise<Making>;

/** In a worker of its own, so that the page stays alive; aborting ends it, and what it holds is gone. */
export const makeInWorker: MakeFile = (job, { tell, signal }) => {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<Making>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  worker.addEventListener("error", ({ message }) => reject(new Error(message || "no worker")));
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerNews>) => {
    if ("share" in data) tell(data.share);
    else if ("making" in data) resolve(data.making);
    else reject(new Error(data.broken));
  });
  worker.postMessage(job);
  return promise.finally(() => worker.terminate());
};
