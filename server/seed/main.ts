import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { listCredentials } from "../auth/credentials.ts";
import { openDatabase } from "../db/open.ts";
import { createWorkspace, hasWorkspace, welcome } from "../first-start.ts";
import { createLog } from "../log.ts";
import { readSettings } from "../settings.ts";
import { packDays } from "../usage/pack-days.ts";
import { fill } from "./fill.ts";
import { readOptions } from "./options.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const clock = () => Date.now();
const log = createLog((line) => process.stderr.write(`${line}\n`), clock);

async function seed(): Promise<void> {
  const options = readOptions(process.argv.slice(2), new Date(clock()).toISOString().slice(0, 10));
  const settings = readSettings(process.env);
  const onCreate = () => say("Creating the database (a few seconds)…");
  const db = await openDatabase({ ...settings, log, onCreate });
  try {
    const newSecret = () => randomBytes(32).toString("base64url");
    const deps = { db, clock, newId: uuidv7, newSecret, log };
    if (await hasWorkspace(deps)) {
      throw new Error(
        "the database has a workspace already. Name an empty folder with WAYMARK_DATA, or an empty database with DATABASE_URL.",
      );
    }
    const made = await createWorkspace(deps, "Seeded company", settings);
    const started = clock();
    const { workspace } = made;
    const [admin] = await db.transaction(workspace, (sql) =>
      listCredentials(sql, workspace, "token"),
    );
    await fill(deps, { workspace, by: admin?.id ?? workspace }, options, (accounts) => {
      if (accounts % 50 === 0)
        say(`${accounts} of ${options.accounts} accounts, ${since(started)} s`);
    });
    await packDays(deps, workspace);
    // Without statistics of what has just been put in, questions are answered by bad plans.
    await db.maintain((sql) => sql.run("ANALYZE"));
    say(
      `${options.accounts} accounts with ${options.users} users each over ${options.days} days in ${since(started)} s.`,
    );
    say(welcome(`http://${settings.host}:${settings.port}`, made, settings));
  } finally {
    await db.close();
  }
}

function since(started: number): number {
  return Math.round((clock() - started) / 1000);
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`Nothing was seeded: ${(error as Error).message}\n`);
  process.exit(1);
}
