import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How long a process may take to end after a polite request before it is killed, in ms. */
const GRACE_MS = 10_000;
const LOG_LINES = 400;

export interface ChildOptions {
  /** What people call it, for errors. */
  name: string;
  /** A program, or left out for the Node that runs this. */
  command?: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** The line that says it is ready. */
  ready: RegExp;
  /** How long it may take to become ready, in ms. */
  timeoutMs?: number;
  onLine?: (line: string) => void;
}

export interface Child {
  pid: number;
  /** The match of `ready`. */
  ready: RegExpExecArray;
  /** What it printed last, both streams. */
  log(): string;
  /** Asks it to end (SIGTERM), insists (SIGKILL) after ten seconds; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a process and resolves when it has printed its ready line. Rejects with its last output otherwise. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, command = process.execPath, args, env, cwd, ready, timeoutMs = 60_000 } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const log = () => lines.join("\n");
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const dieWithParent = () => child.kill("SIGKILL");
  process.once("exit", dieWithParent);
  void gone.then(() => process.off("exit", dieWithParent));

  const { promise: isReady, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const onLine = (line: string) => {
    lines.push(line);
    if (lines.length > LOG_LINES) lines.shift();
    options.onLine?.(line);
    const match = ready.exec(line);
    if (match) resolve(match);
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", onLine);
  }
  child.once("error", (cause) => reject(new Error(`${name} could not be started`, { cause })));
  child.once("close", (code, signal) =>
    reject(new Error(`${name} ended (${signal ?? `code ${code}`}) before it was ready:\n${log()}`)),
  );
  const deadline = setTimeout(
    () => reject(new Error(`${name} was not ready after ${timeoutMs / 1000} s:\n${log()}`)),
    timeoutMs,
  );

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const insist = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await gone;
    clearTimeout(insist);
  };
  try {
    const match = await isReady;
    return {
      pid: child.pid ?? 0,
      ready: match,
      log,
      stop: () => end("SIGTERM"),
      kill: () => end("SIGKILL"),
    };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}

/** Runs a command to its end, line by line; resolves with its exit code. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: { cwd?: string; onLine?: (line: string) => void; env?: Record<string, string> } = {},
): Promise<number> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => options.onLine?.(line));
  }
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return code ?? 1;
  } catch {
    return 127;
  }
}
