import { existsSync } from "node:fs";
import { runToEnd } from "./child.ts";

export type Say = (line: string) => void;

/** Whether this process may install packages of Debian or Ubuntu. */
export function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

export async function installWithApt(name: string, say: Say): Promise<void> {
  await runAndSay(["apt-get", "update", "-q"], say);
  await runAndSay(["apt-get", "install", "-y", "-q", "--no-install-recommends", name], say);
}

/** Runs a program to its end; of one that fails, says the last lines. */
export async function runAndSay([command = "", ...args]: string[], say: Say): Promise<void> {
  const last: string[] = [];
  const code = await runToEnd(command, args, {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    onLine: (line) => {
      last.push(line);
      if (last.length > 8) last.shift();
    },
  });
  if (code !== 0) say(`  failed (code ${code}):\n    ${last.join("\n    ")}`);
}
