import type { Dexie } from 'dexie';
import { Problem } from '../messages/problem.ts';

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
    if (!database.isOpen()) await database.open();
    return await work();
  } catch (error) {
    throw asProblem(error);
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
