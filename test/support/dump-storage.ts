/** Everything that an extension page can reach of what the extension keeps, as text. Runs in such a page, so it imports nothing. */
export async function dumpStorage(): Promise<string> {
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { local, session } = chrome.storage;
  const parts: unknown[] = [await local.get(null), await session.get(null), { ...localStorage }];
  for (const { name } of await indexedDB.databases()) {
    const database = await ask(indexedDB.open(name ?? ""));
    for (const store of database.objectStoreNames) {
      parts.push(await ask(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return JSON.stringify(parts);
}
