import type { DBCoreIndex, DBCoreMutateRequest, Dexie, Table, Transaction } from 'dexie';
import { guard } from './guard.ts';

/**
 * Transactions whose outcome is told to a journal. A browser may throw a whole database away, and a daily
 * backup knows nothing of today: what was written since then stands in the journal.
 */

/** The tables that a backup holds. */
export type Kept = 'notes' | 'documents' | 'terms';

/** What a transaction left of one row; null where it deleted it. */
export type Change = [table: Kept, key: string, row: object | null];

const KEPT: readonly string[] = ['notes', 'documents', 'terms'] satisfies Kept[];

/** By transaction and by row: the last one counts. */
const changed = new WeakMap<object, Map<string, Change>>();

let journal: ((changes: Change[]) => Promise<void>) | null = null;

/** From now on, what `recorded` did goes there too. The background's; nobody else writes. */
export function recordTo(keep: (changes: Change[]) => Promise<void>): void {
  journal = keep;
}

/** Watches what is put into a database's tables and deleted from them. Before it is opened. */
export function watchChanges(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'zhupi-changes',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (!KEPT.includes(name)) return table;
        return {
          ...table,
          mutate: (request) => {
            watch(name as Kept, table.schema.primaryKey, request);
            return table.mutate(request);
          },
        };
      },
    }),
  });
}

/**
 * Does something in one writing transaction. Resolves when it is complete, on the disk, and in the journal.
 * A journal that can't be written is no reason to refuse what stands in the database.
 *
 * @throws Problem, with nothing changed, where the transaction failed
 */
export function recorded<T>(database: Dexie, tables: Table[], work: () => Promise<T>): Promise<T> {
  return guard(database, async () => {
    let own: Transaction | null = null;
    const result = await database.transaction('rw', tables, (transaction) => {
      own = transaction;
      return work();
    });
    const changes = changesOf(own);
    if (changes.length > 0) await journal?.(changes).catch(() => undefined);
    return result;
  });
}

function changesOf(transaction: Transaction | null): Change[] {
  const rows = transaction && changed.get(transaction.idbtrans);
  return rows ? [...rows.values()] : [];
}

function watch(table: Kept, { extractKey }: DBCoreIndex, request: DBCoreMutateRequest): void {
  // A whole table is cleared only by what deletes everything, the journal too.
  if (request.type === 'deleteRange') return;
  const rows = changed.get(request.trans) ?? new Map<string, Change>();
  changed.set(request.trans, rows);
  const put = (key: unknown, row: object | null) => rows.set(`${table} ${key}`, [table, String(key), row]);
  if (request.type === 'delete') for (const key of request.keys) put(key, null);
  else for (const row of request.values) put(extractKey?.(row), row);
}
