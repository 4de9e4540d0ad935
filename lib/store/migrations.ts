import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { Schema, StoreName } from "./schema.ts";

type Migration = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreName[], "versionchange">,
) => void | Promise<void>;

/** `MIGRATIONS[n]` leads from version n to n + 1. Published ones are never changed, only followed. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore("meta", { keyPath: "key" });
    database.createObjectStore("bundle", { keyPath: "id" });
    database.createObjectStore("chunks", { keyPath: "n", autoIncrement: true });
    database.createObjectStore("daily", { keyPath: ["person", "feature", "day"] });
    database.createObjectStore("matchers", { keyPath: ["person", "signal"] });
    database.createObjectStore("runs", { keyPath: ["person", "guide"] });
    database.createObjectStore("showings", { keyPath: ["person", "at", "guide"] });
    database.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
    database.createObjectStore("dead", { keyPath: "id" });
  },
  (database) => {
    database.createObjectStore("exposures", { keyPath: ["person", "experiment", "arm"] });
  },
  (database) => {
    const assets = database.createObjectStore("assets", { keyPath: "asset" });
    assets.createIndex("use", ["usedAt", "bytes"]);
  },
  (_database, transaction) => {
    transaction.objectStore("matchers").createIndex("due", "due");
  },
  (database, transaction) => {
    const signals = database.createObjectStore("signals", { keyPath: ["person", "signal"] });
    signals.createIndex("due", "due");
    database.createObjectStore("upcoming", { keyPath: ["person", "signal"] });
    // Everything is worked out once more, for what was not kept before.
    void transaction.objectStore("meta").delete("answered");
  },
  (database) => {
    const journal = database.createObjectStore("journal", { keyPath: "id" });
    journal.createIndex("sent", ["sentAt", "id"]);
  },
  async (_database, transaction) => {
    const chunks = transaction.objectStore("chunks");
    chunks.createIndex("until", "until");
    let cursor = await chunks.openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      const until = Math.max(...cursor.value.events.map(({ ts }) => ts));
      await cursor.update({ ...cursor.value, until });
    }
  },
];
