import { access, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../log.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { lockFolder } from "./lock-file.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";

export interface OpenOptions {
  /** PostgreSQL to use; without it the embedded database in `dataFolder`. */
  databaseUrl: string | undefined;
  dataFolder: string;
  log: Log;
  /** Told before the embedded database is created, which takes seconds. */
  onCreate: () => void;
  /** Told when the embedded database's thread has ended by itself. */
  onLost?: (error: Error) => void;
}

/** Opens the database that the settings name, with every migration applied. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const db = await openUnmigrated(options);
  try {
    const applied = await migrate(db, await readMigrations());
    if (applied.length > 0) options.log.info("migrated", { applied: applied.join(" ") });
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The same as it is: for what copies it. `mustExist`: an embedded database is not made. */
export async function openUnmigrated(
  options: OpenOptions & { mustExist?: boolean },
): Promise<Database> {
  const { databaseUrl, log } = options;
  if (!databaseUrl) return openLocked(options);
  return openPostgres({
    url: databaseUrl,
    onIdleError: (error) => log.error("idle database connection broke", error),
  });
}

async function openLocked({
  dataFolder,
  onCreate,
  onLost,
  mustExist = false,
}: OpenOptions & { mustExist?: boolean }): Promise<Database> {
  const lock = await lockFolder(dataFolder);
  try {
    const dataDir = join(dataFolder, "db");
    if (!(await exists(dataDir))) {
      if (mustExist) throw new Error(`there is no database in ${dataFolder} (WAYMARK_DATA).`);
      onCreate();
      await create(dataDir);
    }
    const db = await openEmbedded({ dataDir, ...(onLost ? { onLost } : {}) });
    return {
      ...db,
      async close() {
        await db.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Created aside and renamed when whole, so that a process killed meanwhile leaves nothing half made. */
async function create(dataDir: string): Promise<void> {
  const aside = `${dataDir}.new`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  await (await openEmbedded({ dataDir: aside })).close();
  await rename(aside, dataDir);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
