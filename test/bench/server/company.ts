import { join } from "node:path";
import { ROOT } from "../../support/build.ts";
import { runToEnd } from "../../support/child.ts";

/** How large the company is of which the console asks. */
export interface Size {
  accounts: number;
  users: number;
  days: number;
}

/** Fills an empty database with it, as `npm run seed` does. */
export async function seedCompany(
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
