import type { Dexie } from 'dexie';
import { Problem } from '../messages/problem.ts';

/** Milliseconds to open a database in at most; bringing one up to date takes its time. */
const LONGEST_OPENING = 20_000;

const FULL = ['QuotaExceededError'];
const NEWER = ['VersionError'];
const BUSY = ['DatabaseClosedError', 'BlockedError', 'TimeoutError'];
const CLOSED = [
  'MissingAPIError',
  'SecurityError',
  'InvalidStateError',
  'UnknownError',
  'OpenFailedError',
  'NotAllowedError',
];

/**
 * Does something with a database and says in plain words what went wrong, if it does.
 *
 * @throws Problem, always of that kind
 */
export async function guard<T>(database: Dexie, work: () => Promise<T>): Promise<T> {
  try {
    // Dexie opens by itself, but only once: after a failure it would answer with that for ever.
    if (!database.isOpen()) await openInTime(database);
    return await work();
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * A database that another connection holds, or a broken profile, may never open and never say so. What
 * the reader wrote must not wait for ever without a word.
 */
async function openInTime(database: Dexie): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      // Or the next attempt would go on waiting for this one.
      database.close();
      fail(new DOMException('', 'TimeoutError'));
    }, LONGEST_OPENING);
  });
  try {
    await Promise.race([database.open(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const names = namesOf(error);
  const is = (some: string[]) => names.some((name) => some.includes(name));
  // The order matters: what Dexie calls closed carries the true cause of a failed opening inside.
  if (is(FULL)) return new Problem('problemStoreFull');
  if (is(NEWER)) return new Problem('problemStoreNewer');
  if (is(CLOSED)) return new Problem('problemStoreClosed');
  if (is(BUSY)) return new Problem('problemStoreBusy');
  return new Problem('problemStoreFailed', names[0] ?? 'Error');
}

/** The names of an error and of those inside it: Dexie wraps what the browser threw. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let at = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name);
    at = 'inner' in at ? at.inner : undefined;
  }
  return names;
}
