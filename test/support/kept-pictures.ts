import type { Waymark } from "./launch.ts";

/** Names of the pictures in the extension's database. */
export async function keptPictures(waymark: Waymark): Promise<string[]> {
  const worker = await waymark.worker();
  return worker.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("waymark");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database.transaction("assets").objectStore("assets").getAllKeys();
          asking.onsuccess = () => {
            database.close();
            resolve(asking.result.map(String));
          };
        };
      }),
  );
}
