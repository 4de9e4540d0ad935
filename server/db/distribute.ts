import { createLog } from "../log.ts";
import { readSettings } from "../settings.ts";
import { distributionScript, tenantTables } from "./distribution.ts";
import { openDatabase } from "./open.ts";

const log = createLog(
  (line) => process.stderr.write(`${line}\n`),
  () => Date.now(),
);

/** `npm run distribute`: prints what distributes the database that DATABASE_URL names, which is migrated first. */
async function print(): Promise<void> {
  const settings = readSettings(process.env);
  const { databaseUrl } = settings;
  if (!databaseUrl)
    throw new Error(
      "the embedded database stays in one place. Name a PostgreSQL with Citus by DATABASE_URL.",
    );
  const db = await openDatabase({ ...settings, log, onCreate: () => undefined });
  try {
    const tables = await db.maintain(tenantTables);
    const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
    process.stdout.write(distributionScript(tables, database));
  } finally {
    await db.close();
  }
}

try {
  await print();
} catch (error) {
  process.stderr.write(`Nothing was printed: ${(error as Error).message}\n`);
  process.exit(1);
}
