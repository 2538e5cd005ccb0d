/** A whole database as plain data, as the fixtures of its versions hold it. */
export interface Dump {
  /** As IndexedDB counts: ten times ours. */
  version: number;
  stores: Record<string, StoreDump>;
}

interface StoreDump {
  keyPath: string | string[] | null;
  indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[];
  rows: unknown[];
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Makes a database as a browser would hold it that an earlier version of ours wrote. */
export async function load(name: string, { version, stores }: Dump): Promise<void> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
      const made = opening.result.createObjectStore(store, { keyPath });
      for (const { name, keyPath, multiEntry } of indexes) made.createIndex(name, keyPath, { multiEntry });
      for (const row of rows) made.put(row);
    }
  };
  (await done(opening)).close();
}

/** All that a database holds. */
export async function dump(name: string): Promise<Dump> {
  const database = await done(indexedDB.open(name));
  const stores: Dump['stores'] = {};
  for (const store of [...database.objectStoreNames].sort()) {
    const from = database.transaction(store).objectStore(store);
    const indexes = [...from.indexNames].sort().map((index) => {
      const { name, keyPath, multiEntry } = from.index(index);
      return { name, keyPath: keyPath as string | string[], multiEntry };
    });
    stores[store] = { keyPath: from.keyPath, indexes, rows: await done(from.getAll()) };
  }
  database.close();
  return { version: database.version, stores };
}
