import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../support/build.ts";
import { runToEnd } from "../../support/child.ts";
import { KNOWN_SECRETS } from "../../support/server-process.ts";
import type { Place } from "./engines.ts";

/** How large the company is of which the console asks. */
export interface Size {
  accounts: number;
  users: number;
  days: number;
}

interface Making {
  /** The folder in which companies stay; a file beside each says that it is whole, and its size. */
  kept: string | undefined;
  name: string;
  say: (line: string) => void;
}

/** Makes the company unless it was kept, and says how many seconds that took; null: it was there. */
export async function companyIn(
  place: Place,
  size: Size,
  { kept, name, say }: Making,
): Promise<number | null> {
  const note = kept === undefined ? undefined : join(kept, `${name}.json`);
  const wanted = JSON.stringify(size);
  const there = note && (await readFile(note, "utf8").catch(() => undefined));
  if (there === wanted) return null;
  if (there) throw new Error(`the company in ${kept} is another one: ${there}, not ${wanted}`);
  const began = performance.now();
  await seedCompany(size, { ...place.env, ...KNOWN_SECRETS, WAYMARK_DATA: place.dataDir }, say);
  if (note) await writeFile(note, wanted);
  return (performance.now() - began) / 1000;
}

/** Fills an empty database with it, as `npm run seed` does. */
async function seedCompany(
  { accounts, users, days }: Size,
  env: Record<string, string>,
  say: (line: string) => void,
): Promise<void> {
  const sizes = [`--accounts=${accounts}`, `--users=${users}`, `--days=${days}`];
  const words = sizes.flatMap((word) => word.split("="));
  const lines: string[] = [];
  const onLine = (line: string) => {
    lines.push(line);
    if (/^\d+00 of /.test(line)) say(line);
  };
  const code = await runToEnd(process.execPath, [join(ROOT, "server/seed/main.ts"), ...words], {
    env,
    onLine,
  });
  if (code !== 0) throw new Error(`the company could not be made:\n${lines.join("\n")}`);
}
