import { DataFolderInUse } from "../db/lock-file.ts";
import { readMigrations } from "../db/migrate.ts";
import { openUnmigrated } from "../db/open.ts";
import { createLog } from "../log.ts";
import { readSettings } from "../settings.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const log = createLog(
  (line) => process.stderr.write(`${line}\n`),
  () => Date.now(),
);

/** `npm run backup -- FILE` and `npm run restore -- FILE`, on the database that the settings name. */
async function run([verb, file, ...more]: readonly string[]): Promise<void> {
  if (!file || more.length > 0) throw new Error(`one file is named: npm run ${verb} -- FILE`);
  const onCreate = () => say("Creating the database (a few seconds)…");
  const mustExist = verb === "backup";
  const db = await openUnmigrated({ ...readSettings(process.env), log, onCreate, mustExist });
  try {
    const rows =
      verb === "backup"
        ? await backUp(db, file, Date.now())
        : await restore(db, file, await readMigrations());
    say(`${rows} rows were ${verb === "backup" ? `written to ${file}` : `restored from ${file}`}.`);
  } finally {
    await db.close();
  }
}

/** The embedded database has one connection, and its server has that. */
function wordsOf(error: unknown): string {
  const { message } = error as Error;
  if (!(error instanceof DataFolderInUse)) return message;
  return `the embedded database in ${error.folder} is open in process ${error.pid}. Stop that server, run this, and start it again; browsers keep meanwhile what they have to send. PostgreSQL is backed up while its servers run.`;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const what = process.argv[2] === "backup" ? "backed up" : "restored";
  process.stderr.write(`Nothing was ${what}: ${wordsOf(error)}\n`);
  process.exit(1);
}
