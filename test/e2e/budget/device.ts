import type { Page } from "@playwright/test";
import type { StoredEvent } from "../../../lib/model/event.ts";

/** Every event in the extension's database, read in a page of the extension. */
export function readEvents(extensionPage: Page): Promise<StoredEvent[]> {
  return extensionPage.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("waymark"));
    const chunks = await done(database.transaction("chunks").objectStore("chunks").getAll());
    database.close();
    return chunks.flatMap((chunk) => chunk.events);
  });
}

/** Lets time pass on the device: all that was noted lies so many ms further back. */
export function letPass(extensionPage: Page, ms: number): Promise<void> {
  return extensionPage.evaluate(async (gone) => {
    const TIMES = new Set(["ts", "at", "startedAt", "updatedAt", "stepSince", "lastAt"]);
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const shift = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(shift);
      if (typeof part !== "object" || part === null) return part;
      return Object.fromEntries(
        Object.entries(part).map(([name, value]) => [
          name,
          TIMES.has(name) && typeof value === "number" ? value - gone : shift(value),
        ]),
      );
    };
    const database = await done(indexedDB.open("waymark"));
    const names = ["chunks", "runs", "showings", "exposures", "meta"];
    const transaction = database.transaction(names, "readwrite");
    for (const name of names) {
      const store = transaction.objectStore(name);
      const [keys, records] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      // The time of a showing is part of its key.
      await Promise.all(keys.map((key) => done(store.delete(key))));
      await Promise.all(records.map((record) => done(store.put(shift(record)))));
    }
    database.close();
  }, ms);
}
