import * as v from 'valibot';
import type { Entry } from '../notes/search.ts';
import { cacheDatabase, type DigestPart } from './cache-database.ts';
import { guard } from './guard.ts';
import { notesDatabase } from './notes-database.ts';

/**
 * A digest of all notes: what is searched of them, in a few large pieces. It is read in a fraction of the time that
 * 100,000 notes take. It may be behind the notes, and is thrown away at any time: who reads it brings in what was
 * written since, and then looks through the notes themselves.
 */

/** What is searched of a note, and where it stands in its document. */
export interface DigestEntry extends Entry {
  start: number;
}

/** Changes where entries are made in another way: older digests count as none. */
const FORMAT = 1;
/** Entries of one piece: it is taken in, and made, in a task or two that nobody notices. */
const PIECE = 2000;
/** Milliseconds between two pieces that are written. Nobody waits for them. */
const BREATH = 50;

const HEAD = 'head';
const WRITER = 'writer';

const Head = v.object({
  format: v.literal(FORMAT),
  /** The id of the database whose notes these are. */
  of: v.string(),
  /** Names its pieces, with their numbers. */
  stamp: v.string(),
  pieces: v.number(),
  /** When it was made, and when the last of its notes was written; ISO time stamps. */
  made: v.string(),
  last: v.string(),
});

/** How old a digest is. */
export type DigestAge = Pick<v.InferOutput<typeof Head>, 'made' | 'last'>;

/**
 * Reads the digest.
 *
 * @param take gets each piece, the last written notes first
 * @returns null where there is none, or not all of it; what was taken is of no use then
 * @throws Problem where the cache can't be read
 */
export async function readDigest(take: (entries: DigestEntry[]) => void): Promise<DigestAge | null> {
  const head = headIn(await guard(cacheDatabase, () => cacheDatabase.digest.get(HEAD)));
  if (!head || head.of !== (await databaseId())) return null;
  const { stamp, pieces, made, last } = head;
  const piece = (number: number) =>
    guard(cacheDatabase, () => cacheDatabase.digest.get(`${stamp}/${number}`));
  let next = piece(0);
  for (let number = 0; number < pieces; number++) {
    const part = await next;
    if (!part) return null;
    // While one is taken in, the store fetches the next.
    if (number + 1 < pieces) next = piece(number + 1);
    const texts = part.texts.split('\n');
    const entries = JSON.parse(part.rest) as DigestEntry[];
    entries.forEach((entry, k) => {
      entry.text = texts[k] ?? '';
    });
    take(entries);
  }
  return { made, last };
}

/**
 * Keeps a digest in place of the one before. Any page of ours may; the one that began last does.
 *
 * @param entries of all notes in use, the last written first
 * @param starts where each stands in its document, by its id
 * @param now when they were so, an ISO time stamp
 * @param isOver whether they are those of all notes no longer
 * @returns whether it was kept
 * @throws Problem where the cache can't be written
 */
export async function writeDigest(
  entries: readonly Entry[],
  starts: ReadonlyMap<string, number>,
  now: string,
  isOver: () => boolean,
): Promise<boolean> {
  const of = await databaseId();
  const stamp = crypto.randomUUID();
  const { digest } = cacheDatabase;
  /** "Delete everything" takes the writer's name away: nothing is written after it. */
  const asWriter = (work: () => PromiseLike<unknown>) =>
    guard(cacheDatabase, () =>
      cacheDatabase.transaction('rw', digest, async () => {
        if (isOver() || (await digest.get(WRITER))?.rest !== stamp) return false;
        await work();
        return true;
      }),
    );
  await guard(cacheDatabase, async () => void (await digest.put({ name: WRITER, texts: '', rest: stamp })));
  const pieces = Math.ceil(entries.length / PIECE);
  for (let number = 0; number < pieces; number++) {
    const some = entries.slice(number * PIECE, (number + 1) * PIECE);
    const part = pieceOf(`${stamp}/${number}`, some, starts);
    if (!(await asWriter(() => digest.put(part)))) return false;
    await new Promise((done) => setTimeout(done, BREATH));
  }
  const last = entries[0]?.updated ?? '';
  const head: v.InferOutput<typeof Head> = { format: FORMAT, of, stamp, pieces, made: now, last };
  if (!(await asWriter(() => digest.put({ name: HEAD, texts: '', rest: JSON.stringify(head) }))))
    return false;
  const names = await guard(cacheDatabase, () => digest.toCollection().primaryKeys());
  const old = names.filter((name) => name.includes('/') && !name.startsWith(stamp));
  return asWriter(() => digest.bulkDelete(old));
}

/**
 * Throws the digest away, as it must be where something of it is deleted for good.
 *
 * @param before only one that was made before that moment, an ISO time stamp; null for any
 * @throws Problem where the cache can't be written
 */
export async function dropDigest(before: string | null): Promise<void> {
  const { digest } = cacheDatabase;
  await guard(cacheDatabase, async () => {
    const head = before === null ? null : headIn(await digest.get(HEAD));
    if (!head || before === null || head.made < before) await digest.clear();
  });
}

function headIn(row: DigestPart | undefined): v.InferOutput<typeof Head> | null {
  const head = row ? v.safeParse(Head, JSON.parse(row.rest)) : null;
  return head?.success ? head.output : null;
}

/** A piece as it is stored. No text holds a line break: white space is folded away. */
function pieceOf(name: string, entries: readonly Entry[], starts: ReadonlyMap<string, number>): DigestPart {
  return {
    name,
    texts: entries.map(({ text }) => text).join('\n'),
    rest: JSON.stringify(
      entries.map(({ text: _text, ...rest }) => ({ ...rest, start: starts.get(rest.id) ?? 0 })),
    ),
  };
}

async function databaseId(): Promise<string> {
  return (await guard(notesDatabase, () => notesDatabase.about.get('id')))?.value ?? '';
}
