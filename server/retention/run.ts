import type { Deps } from "../deps.ts";
import { letGo, letRecordsGo } from "./let-go.ts";

/** Deletes what a workspace does not keep any longer, and reports what it did or why it could not: R76 of docs/spec/delivery.md. */
export async function runRetention(
  { db, clock, log }: Pick<Deps, "db" | "clock" | "log">,
  workspace: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const events = await letGo({ db, clock }, workspace, signal);
    if (events > 0) log.info("events were let go", { workspace, events });
    const records = await letRecordsGo({ db, clock }, workspace);
    if (records.imports + records.audit > 0) {
      log.info("records were let go", { workspace, ...records });
    }
  } catch (error) {
    if (!signal.aborted) log.error("could not let go what is not kept", error, { workspace });
  }
}
