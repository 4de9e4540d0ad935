import { canUseApt, installWithApt, type Say } from "./apt.ts";
import { PostgresMissing, startPostgres, type TestPostgres } from "./postgres.ts";

/**
 * A PostgreSQL to test on; installed if there is none and that is possible. null, and a loud line, on a developer's
 * machine without one. In CI a missing one is an error: there nothing may go untested unseen.
 */
export async function ensurePostgres(say: Say = console.log): Promise<TestPostgres | null> {
  if (process.env.WAYMARK_TEST_POSTGRES === "off") return leftOut("WAYMARK_TEST_POSTGRES=off", say);
  try {
    return await startPostgres();
  } catch (error) {
    if (!(error instanceof PostgresMissing)) throw error;
    if (!canUseApt()) {
      if (process.env.CI) throw error;
      return leftOut("PostgreSQL is not installed", say);
    }
    say("No PostgreSQL found. Installing Debian's postgresql-15 with apt-get …");
    await installWithApt("postgresql-15", say);
    return startPostgres();
  }
}

function leftOut(why: string, say: Say): null {
  say(`\n*** ${why}: nothing is tested on PostgreSQL, only on the embedded database. ***\n`);
  return null;
}
