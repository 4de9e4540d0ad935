import { openDB } from "idb";
import { MIGRATIONS } from "./migrations.ts";
import type { Schema, Store } from "./schema.ts";

const DATABASE = "waymark";

/** Opens the extension's database and brings it to the newest version. */
export function openStore(name: string = DATABASE): Promise<Store> {
  return openDB<Schema>(name, MIGRATIONS.length, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      for (const migrate of MIGRATIONS.slice(oldVersion)) await migrate(database, transaction);
    },
    /** A newer copy of the extension wants to upgrade: make way for it. */
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
