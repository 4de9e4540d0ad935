import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

export interface ServerRun {
  pid: number;
  /** Resolves with the address once the server says that it is ready; rejects if it ends before. */
  ready: Promise<string>;
  /** Exit code and signal, once it is gone. */
  gone: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it has printed so far. */
  out(): string;
  err(): string;
  signal(signal: NodeJS.Signals): void;
}

/** The server's own process as an operator starts it, on a free port; how it ends is the test's matter. */
export function runServer(env: Readonly<Record<string, string>>): ServerRun {
  const { WAYMARK_ADMIN_TOKEN: _, WAYMARK_WRITE_KEY: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  const ready = Promise.withResolvers<string>();
  const gone = Promise.withResolvers<Awaited<ServerRun["gone"]>>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    const url = /^Waymark server ready at (\S+)$/m.exec(out)?.[1];
    if (url) ready.resolve(url);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.once("close", (code, signal) => {
    ready.reject(new Error(`the server ended before it was ready: ${err}`));
    gone.resolve({ code, signal });
  });
  ready.promise.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready: ready.promise,
    gone: gone.promise,
    out: () => out,
    err: () => err,
    signal: (signal) => child.kill(signal),
  };
}
