import { uuidv7 } from "uuidv7";
import { setMeta } from "./meta.ts";
import type { Store } from "./schema.ts";

/**
 * Deletes everything about people from this device: events, counts, signals, runs, what waits to be sent, who is here,
 * and the device's own identity. Connection, sites and published definitions stay.
 */
export async function wipePeople(store: Store): Promise<void> {
  const names = [
    "chunks",
    "daily",
    "matchers",
    "runs",
    "showings",
    "outbox",
    "dead",
    "meta",
  ] as const;
  const transaction = store.transaction([...names], "readwrite");
  for (const name of names) if (name !== "meta") await transaction.objectStore(name).clear();
  const meta = transaction.objectStore("meta");
  for (const key of ["identities", "sync", "problems", "unreadable", "claim", "session"]) {
    await meta.delete(key);
  }
  await meta.put({ key: "device", value: { id: uuidv7(), generation: uuidv7(), seq: 0 } });
  await transaction.done;
}

/** Deletes what a workspace has published here; what people did stays until they delete it. */
export async function forgetWorkspace(store: Store): Promise<void> {
  await store.delete("bundle", "current");
  await setMeta(store, "connection", null);
  await setMeta(store, "consoleToken", null);
}
