import * as v from 'valibot';
import { OwnEntrySchema } from '../glossary/own.ts';
import type { OwnEntry } from '../glossary/types.ts';
import { Problem } from '../messages/problem.ts';

/** Name and version of the file format. A reader of a later version must still read the earlier ones. */
const FORMAT = 'zhupi-glossary';
const VERSION = 1;

/** Characters of a file that is taken in at most. */
const LARGEST_FILE = 25_000_000;

const Head = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer()) });
const File = v.object({ entries: v.pipe(v.array(OwnEntrySchema), v.maxLength(20_000)) });

/**
 * Writes the reader's own entries as JSON that `ownTermsFromJson` reads again without loss.
 *
 * @param exported the moment, ISO
 */
export function ownTermsToJson(entries: readonly OwnEntry[], exported: string): string {
  const written = entries.map(({ key: _key, ...entry }) => entry);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported, entries: written }, null, 2)}\n`;
}

/**
 * Reads a file that `ownTermsToJson` wrote. The file may come from anywhere.
 *
 * @throws Problem for one that is too large, no JSON, not ours, of a newer version, or damaged; the last
 *   names the place
 */
export function ownTermsFromJson(text: string): OwnEntry[] {
  if (text.length > LARGEST_FILE) throw new Problem('importTooBig', String(LARGEST_FILE / 1_000_000));
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Problem('importNoJson');
  }
  const head = v.safeParse(Head, data);
  if (!head.success) throw new Problem('glossaryImportForeign');
  if (head.output.version > VERSION) throw new Problem('importNewer');
  const file = v.safeParse(File, data, { abortEarly: true });
  if (!file.success) throw new Problem('importDamaged', v.getDotPath(file.issues[0]) ?? '');
  return file.output.entries;
}
